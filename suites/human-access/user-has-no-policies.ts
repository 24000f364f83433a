import { failOnAny, judge, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'human-access/user-has-no-policies',
  code: 'HUM-01',
  title: 'Users have no policies of their own',
  severity: 'medium',
  why: 'Rights given to a single user are overlooked in reviews and outlive the reason for them; rights belong to roles, which people take for a while.',
  fix: 'Move the rights to a role, then call DetachUserPolicy or DeleteUserPolicy for each policy named.',
  on: 'iam.user',
  needs: ['inlinePolicies', 'attachedPolicies'],
  check: (user) =>
    judge(
      { inlinePolicies: user.inlinePolicies, attachedPolicies: user.attachedPolicies },
      ({ inlinePolicies, attachedPolicies }) =>
        failOnAny([
          ...(inlinePolicies ?? []).map(({ name }) => ({
            finding: `inline:${name}`,
            expected: 'no inline policy on a user',
            got: name,
            field: 'inlinePolicies',
          })),
          ...(attachedPolicies ?? []).map(({ arn }) => ({
            finding: `attached:${arn}`,
            expected: 'no policy attached to a user',
            got: arn,
            field: 'attachedPolicies',
          })),
        ]),
    ),
});
