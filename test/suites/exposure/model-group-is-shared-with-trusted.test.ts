import rule from '../../../suites/exposure/model-group-is-shared-with-trusted.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { kinds } from '../../../src/model/resource.ts';
import { accountId, build, completeUniverse, region } from '../../support/build.ts';
import { organizationWith, ownOrganization } from '../../support/organization.ts';
import { policyOf } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const group = (...statements: readonly JsonObject[]) =>
  build('sagemaker.model-package-group', {
    ...(statements.length > 0 && { policy: present(policyOf(...statements)) }),
  });
const allow = (changes: JsonObject = {}): JsonObject => ({
  Sid: 'Share',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::999988887777:root' },
  Action: ['sagemaker:DescribeModelPackage', 'sagemaker:ListModelPackages'],
  Resource: `arn:aws:sagemaker:${region}:${accountId}:model-package/example/*`,
  ...changes,
});
const trusting = { inputs: { trustedAccounts: ['999988887777'] } };
const fellows = (organization: string) =>
  allow({
    Principal: '*',
    Condition: { StringEquals: { 'aws:PrincipalOrgID': organization } },
  });
const noOrganizationRead = kinds
  .filter((kind) => kind !== 'organizations.account')
  .map((kind) => completeUniverse(kind));

ruleCases(rule, {
  pass: [
    { name: 'there is no policy', resource: group() },
    { name: 'the account is trusted', resource: group(allow()), ...trusting },
    {
      name: 'the account is the own one',
      resource: group(allow({ Principal: { AWS: `arn:aws:iam::${accountId}:role/reader` } })),
    },
    {
      name: 'everybody is bound to the own organisation',
      resource: group(fellows(ownOrganization)),
      others: [organizationWith()],
    },
    {
      name: 'everybody is bound to a unit of the own organisation',
      resource: group(
        allow({
          Principal: '*',
          Condition: {
            'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': `${ownOrganization}/r-ab12/*` },
          },
        }),
      ),
      others: [organizationWith()],
    },
    {
      name: 'the management account of the own organisation is named',
      resource: group(allow({ Principal: { AWS: '222200001111' } })),
      others: [organizationWith()],
    },
    {
      name: 'a service is named',
      resource: group(allow({ Principal: { Service: 'ram.amazonaws.com' } })),
    },
  ],
  fail: [
    {
      name: 'the account is not trusted',
      resource: group(allow()),
      findings: ['lets-in:arn:aws:iam::999988887777:root:Share'],
    },
    {
      name: 'one of two accounts is not trusted',
      resource: group(allow({ Principal: { AWS: ['999988887777', '444455556666'] } })),
      ...trusting,
      findings: ['lets-in:444455556666:Share'],
    },
    {
      name: 'everybody gets in, and by all actions',
      resource: group(allow({ Principal: '*', Action: 'sagemaker:*' })),
      findings: ['everybody:Share', 'whole-service:Share'],
    },
    {
      name: 'only a condition names the account',
      resource: group(
        allow({
          Principal: '*',
          Condition: { StringEquals: { 'aws:PrincipalAccount': '444455556666' } },
        }),
      ),
      findings: ['everybody:Share'],
    },
    {
      name: 'everybody of another organisation gets in',
      resource: group(fellows('o-fghij67890')),
      others: [organizationWith()],
      findings: ['everybody:Share'],
    },
    {
      name: 'all actions are allowed to a trusted account',
      resource: group(allow({ Action: '*' })),
      ...trusting,
      findings: ['whole-service:Share'],
    },
    {
      name: 'all actions but some are allowed',
      resource: group({
        Effect: 'Allow',
        Principal: { AWS: accountId },
        NotAction: 'sagemaker:DeleteModelPackage',
        Resource: '*',
      }),
      findings: ['whole-service:#0'],
    },
  ],
  unknown: [
    {
      name: 'the organisation of the account is not known',
      resource: group(fellows(ownOrganization)),
      universes: noOrganizationRead,
      missing: ['group policy statement Share for *'],
    },
    {
      name: 'a principal does not tell its account',
      resource: group(allow({ Principal: { Federated: 'cognito-identity.amazonaws.com' } })),
      missing: ['group policy statement Share for cognito-identity.amazonaws.com'],
    },
    {
      name: 'a statement has an odd effect',
      resource: group(allow({ Effect: 'allow' })),
      missing: ['group policy at /Statement/0/Effect'],
    },
    {
      name: 'the policy could not be read',
      resource: build('sagemaker.model-package-group', { policy: notCollected('denied') }),
      missing: ['policy'],
    },
  ],
});
