import rule from '../../../suites/human-access/domain-uses-identity-center.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const application = present('arn:aws:sso::111122223333:application/ssoins-1/apl-1');

ruleCases(rule, {
  pass: [
    {
      name: 'people sign in through Identity Center',
      resource: build('sagemaker.domain', {
        authMode: present('SSO'),
        identityCenterApplication: application,
      }),
    },
  ],
  fail: [
    {
      name: 'people sign in through IAM',
      resource: build('sagemaker.domain', { authMode: present('IAM') }),
      findings: ['auth-mode'],
    },
    {
      name: 'no application stands behind the domain',
      resource: build('sagemaker.domain', { authMode: present('SSO') }),
      findings: ['no-identity-center-application'],
    },
  ],
  unknown: [
    {
      name: 'the domain was only listed',
      resource: build('sagemaker.domain', {
        authMode: notCollected('listed only'),
        identityCenterApplication: notCollected('listed only'),
      }),
      missing: ['authMode', 'identityCenterApplication'],
    },
  ],
});
