import rule from '../../../suites/human-access/console-user-has-mfa.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const user = (passwordEnabled: boolean, mfaActive: boolean) =>
  build('iam.user', { credentials: present({ passwordEnabled, mfaActive, accessKeys: [] }) });

ruleCases(rule, {
  pass: [{ name: 'a console user has MFA', resource: user(true, true) }],
  fail: [{ name: 'a console user has no MFA', resource: user(true, false), findings: ['no-mfa'] }],
  unknown: [
    {
      name: 'the credential report could not be made',
      resource: build('iam.user', { credentials: notCollected('denied') }),
      missing: ['credentials'],
    },
    {
      name: 'the user is younger than the credential report',
      resource: build('iam.user'),
      missing: ['credentials'],
    },
  ],
  notApplicable: [{ name: 'the user has no password', resource: user(false, false) }],
});
