import rule from '../../../suites/execution-role/trusts-only-services.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { humanTrust, policyOf, sageMakerTrust, textOf } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const trusting = (...statements: readonly JsonObject[]) =>
  build('iam.role', { trustPolicy: present(policyOf(...statements)) });
const person = 'arn:aws:iam::111122223333:role/Person';
const unlessService = { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } };
const root = 'arn:aws:iam::111122223333:root';

ruleCases(rule, {
  pass: [
    { name: 'only SageMaker is trusted', resource: trusting(sageMakerTrust()) },
    {
      name: 'session tags and source identity may be set too',
      resource: trusting(
        sageMakerTrust({ Action: ['sts:assumerole', 'sts:TagSession', 'sts:SetSourceIdentity'] }),
      ),
    },
    {
      name: 'a further service is declared',
      resource: trusting(
        sageMakerTrust({
          Principal: { Service: ['sagemaker.amazonaws.com', 'glue.amazonaws.com'] },
        }),
      ),
      inputs: { executionRoleServices: ['glue.amazonaws.com'] },
    },
    {
      name: 'a Deny names the account',
      resource: trusting(
        sageMakerTrust(),
        sageMakerTrust({ Effect: 'Deny', Principal: { AWS: root } }),
      ),
    },
    {
      name: 'the trust policy itself denies the one role that it names',
      resource: trusting(
        sageMakerTrust(),
        sageMakerTrust({ Principal: { AWS: person } }),
        sageMakerTrust({ Effect: 'Deny', Principal: '*', Condition: unlessService }),
      ),
    },
  ],
  fail: [
    {
      name: 'a Deny for the role that it names depends on the request',
      resource: trusting(
        sageMakerTrust(),
        sageMakerTrust({ Principal: { AWS: person } }),
        sageMakerTrust({
          Effect: 'Deny',
          Principal: '*',
          Condition: { DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } },
        }),
      ),
      findings: [`principal:${person}`],
    },
    {
      name: 'an account is trusted of which a Deny spares some',
      resource: trusting(
        sageMakerTrust(),
        sageMakerTrust({ Principal: { AWS: root } }),
        sageMakerTrust({
          Effect: 'Deny',
          Principal: '*',
          Condition: { ArnNotLike: { 'aws:PrincipalArn': person } },
        }),
      ),
      findings: [`principal:${root}`],
    },
    {
      name: 'everybody is trusted under a condition that holds without an organisation',
      resource: trusting(
        sageMakerTrust({
          Principal: { AWS: '*' },
          Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-abcde12345' } },
        }),
      ),
      findings: ['principal:*'],
    },
    {
      name: 'everybody outside the organisation is trusted',
      resource: trusting(
        sageMakerTrust({
          Principal: '*',
          Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-abcde12345' } },
        }),
      ),
      findings: ['principal:*'],
    },
    {
      name: 'everybody of the organisation is trusted beside SageMaker',
      resource: trusting(
        sageMakerTrust(),
        sageMakerTrust({
          Principal: '*',
          Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abcde12345' } },
        }),
      ),
      findings: ['principal:*'],
    },
    {
      name: 'everybody is trusted',
      resource: trusting(sageMakerTrust({ Principal: '*' })),
      findings: ['principal:*'],
    },
    {
      name: 'an account is trusted beside SageMaker',
      resource: trusting(
        sageMakerTrust({ Principal: { Service: 'sagemaker.amazonaws.com', AWS: root } }),
      ),
      findings: [`principal:${root}`],
    },
    {
      name: 'an account is trusted in a second statement',
      resource: trusting(sageMakerTrust(), sageMakerTrust({ Principal: { AWS: root } })),
      findings: [`principal:${root}`],
    },
    {
      name: 'a service is trusted that nobody declared',
      resource: trusting(
        sageMakerTrust({
          Principal: { Service: ['sagemaker.amazonaws.com', 'glue.amazonaws.com'] },
        }),
      ),
      findings: ['principal:glue.amazonaws.com'],
    },
    {
      name: 'an identity provider is trusted with its own action',
      resource: trusting(sageMakerTrust(), {
        Effect: 'Allow',
        Principal: { Federated: 'accounts.google.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
      }),
      findings: ['principal:accounts.google.com', 'action:sts:AssumeRoleWithWebIdentity'],
    },
    {
      name: 'all actions of STS are allowed',
      resource: trusting(sageMakerTrust({ Action: 'sts:*' })),
      findings: ['action:sts:*'],
    },
  ],
  unknown: [
    {
      name: 'the trust policy was not read',
      resource: build('iam.role', { trustPolicy: notCollected('denied') }),
      missing: ['trustPolicy'],
    },
    {
      name: 'there is no trust policy',
      resource: build('iam.role'),
      missing: ['trustPolicy'],
    },
    {
      name: 'a statement of the trust policy is odd',
      resource: trusting(sageMakerTrust(), sageMakerTrust({ Effect: 'Maybe' })),
      missing: ['trust policy at /Statement/1/Effect'],
    },
    {
      name: 'the trust policy is no policy',
      resource: build('iam.role', { trustPolicy: present(textOf('sagemaker')) }),
      missing: ['trust policy at its root'],
    },
  ],
  notApplicable: [
    {
      name: 'everybody of the organisation is trusted, which SageMaker does not belong to',
      resource: trusting(
        sageMakerTrust({
          Principal: { AWS: '*' },
          Condition: { StringEquals: { 'aws:PrincipalOrgId': 'o-abcde12345' } },
        }),
      ),
    },
    {
      name: 'SageMaker may not assume the role',
      resource: build('iam.role', { trustPolicy: humanTrust }),
    },
  ],
});
