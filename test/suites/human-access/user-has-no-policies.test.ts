import rule from '../../../suites/human-access/user-has-no-policies.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { namedPolicy } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const arn = 'arn:aws:iam::aws:policy/ReadOnlyAccess';

ruleCases(rule, {
  pass: [
    { name: 'AWS lists no policies', resource: build('iam.user') },
    {
      name: 'the user has groups alone',
      resource: build('iam.user', {
        inlinePolicies: present([]),
        attachedPolicies: present([]),
        groups: present(['data-scientists']),
      }),
    },
  ],
  fail: [
    {
      name: 'the user has an inline and an attached policy',
      resource: build('iam.user', {
        inlinePolicies: present([namedPolicy('ad-hoc')]),
        attachedPolicies: present([{ name: 'ReadOnlyAccess', arn }]),
      }),
      findings: ['inline:ad-hoc', `attached:${arn}`],
    },
  ],
  unknown: [
    {
      name: 'the policies were not read',
      resource: build('iam.user', { attachedPolicies: notCollected('denied') }),
      missing: ['attachedPolicies'],
    },
  ],
});
