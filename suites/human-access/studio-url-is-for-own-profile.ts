import {
  accessOf,
  findTogether,
  foreignProfiles,
  judgePrincipal,
  keepsToOwn,
  principalFields,
  principalGrants,
  rule,
  severalProfiles,
  unsure,
  type Findings,
} from '../../src/rule/index.ts';

export default rule({
  id: 'human-access/studio-url-is-for-own-profile',
  code: 'HUM-11',
  title: 'Studio is opened for the own user profile alone',
  severity: 'high',
  why: "Whoever makes a presigned URL for another's user profile sits down at their Studio, with their files and their execution role, and under their name. The access engine is asked whether a URL can be made for a profile whose name and tags are not those of the caller. A declared administrator passes with a note.",
  fix: 'Name the one user profile in Resource, end Resource with a variable such as ${aws:PrincipalTag/profile}, or demand {"StringEquals": {"sagemaker:ResourceTag/owner": "${aws:PrincipalTag/owner}"}} for sagemaker:CreatePresignedDomainUrl.',
  on: 'iam.role',
  alsoOn: ['iam.user'],
  needs: principalFields,
  check: (principal, account) =>
    judgePrincipal(account, principal, (): Findings => {
      const action = 'sagemaker:CreatePresignedDomainUrl';
      const resource = `arn:${account.partition}:sagemaker:*:${account.id}:user-profile/*`;
      const any = accessOf(account, principal.id, [{ action, resource }]);
      if (any.is === 'no') return { evidence: [], missing: [] };
      const { policies, missing } = principalGrants(account, principal);
      const statements = policies.flatMap(({ policy }) => policy.statements);
      const each = foreignProfiles(account, statements).map(({ profile, questions }) =>
        findTogether([accessOf(account, principal.id, questions)], {
          finding: `opens:${profile}`,
          expected: 'the own user profile by name, variable or tag',
        }),
      );
      const several = severalProfiles(account, principal.id, statements);
      const found = [...each, several];
      const evidence = found.flatMap((one) => one.evidence);
      const doubts = [...found.flatMap((one) => one.missing), ...missing];
      if (evidence.length > 0 || doubts.length > 0 || keepsToOwn(statements)) {
        return { evidence, missing: doubts };
      }
      // Access that nothing explains is not the caller's own for certain.
      return { evidence, missing: any.reaches.map(unsure) };
    }),
});
