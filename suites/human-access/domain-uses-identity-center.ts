import { failOnAny, judge, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'human-access/domain-uses-identity-center',
  code: 'HUM-04',
  title: 'Studio domains sign people in through IAM Identity Center',
  severity: 'medium',
  why: 'In IAM mode whoever may call CreatePresignedDomainUrl opens Studio as anybody; with Identity Center each person signs in as himself, with the MFA and the leaving process of the company.',
  fix: 'Create the domain anew with AuthMode SSO in CreateDomain; the mode cannot be changed later.',
  on: 'sagemaker.domain',
  needs: ['authMode', 'identityCenterApplication'],
  check: ({ authMode, identityCenterApplication }) =>
    judge({ authMode, identityCenterApplication }, (values) => {
      if (values.authMode !== 'SSO') {
        const mode = {
          finding: 'auth-mode',
          expected: 'AuthMode SSO',
          got: values.authMode ?? 'not set',
          field: 'authMode',
        };
        return failOnAny([mode]);
      }
      const none = {
        finding: 'no-identity-center-application',
        expected: 'an IAM Identity Center application behind the domain',
        got: 'none',
        field: 'identityCenterApplication',
      };
      return failOnAny(values.identityCenterApplication === null ? [none] : []);
    }),
});
