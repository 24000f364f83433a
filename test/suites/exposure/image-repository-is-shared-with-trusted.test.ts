import rule from '../../../suites/exposure/image-repository-is-shared-with-trusted.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { accountId, build, region } from '../../support/build.ts';
import { noOrganization, organizationWith, ownOrganization } from '../../support/organization.ts';
import { policyOf } from '../../support/policy.ts';
import { listDenied, roleWith } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const id = `arn:aws:ecr:${region}:${accountId}:repository/fraud/train`;
const identity = { id, name: 'fraud/train' };
const repository = (...statements: readonly JsonObject[]) =>
  build(
    'ecr.repository',
    statements.length === 0 ? {} : { policy: present(policyOf(...statements)) },
    identity,
  );
const registry = (...statements: readonly JsonObject[]) =>
  build(
    'ecr.registry',
    statements.length === 0 ? {} : { policy: present(policyOf(...statements)) },
  );
const pull = (Principal: JsonObject | string, changes: JsonObject = {}): JsonObject => ({
  Sid: 'Pull',
  Effect: 'Allow',
  Principal,
  Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchCheckLayerAvailability'],
  ...changes,
});
const inOrganization = (organization: string) => ({
  Condition: { StringEquals: { 'aws:PrincipalOrgID': organization } },
});
const foreign = { AWS: 'arn:aws:iam::444455556666:root' };
const alone = [noOrganization, registry()];
const member = [organizationWith(), registry()];
const trusting = { inputs: { trustedAccounts: ['444455556666'] } };
const anybody = 'puller:any principal of any AWS account';
const fellow = 'puller:any principal of account 444455556666';

ruleCases(rule, {
  pass: [
    {
      name: 'it has no policy, and neither has the registry',
      resource: repository(),
      others: alone,
    },
    {
      name: 'the account’s own may pull',
      resource: repository(pull({ AWS: `arn:aws:iam::${accountId}:root` })),
      others: [...alone, roleWith('Train', { ...pull('*'), Resource: id })],
    },
    {
      name: 'a trusted account may pull',
      resource: repository(pull(foreign)),
      others: alone,
      ...trusting,
    },
    {
      name: 'the own organisation may pull',
      resource: repository(pull('*', inOrganization(ownOrganization))),
      others: member,
    },
    {
      name: 'an account may as a member of the own organisation',
      resource: repository(
        pull(foreign, {
          Condition: {
            'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': `${ownOrganization}/*` },
          },
        }),
      ),
      others: member,
    },
    {
      name: 'the management account of the organisation may pull',
      resource: repository(pull({ AWS: '222200001111' })),
      others: member,
    },
    {
      name: 'a service may pull',
      resource: repository(pull({ Service: 'sagemaker.amazonaws.com' })),
      others: alone,
    },
    {
      name: 'a provider of identities is named, by which nobody calls ECR',
      resource: repository(pull({ Federated: 'accounts.google.com' })),
      others: alone,
    },
    {
      name: 'a stranger may do other things',
      resource: repository(pull('*', { Action: 'ecr:DescribeImages' })),
      others: alone,
    },
    {
      name: 'the registry denies what the repository allows',
      resource: repository(pull('*')),
      others: [
        noOrganization,
        registry(
          pull('*', {
            Effect: 'Deny',
            Resource: '*',
            Condition: { StringNotEquals: { 'aws:PrincipalAccount': accountId } },
          }),
        ),
      ],
    },
    {
      name: 'a resource control policy keeps others out',
      resource: repository(pull('*')),
      others: [
        organizationWith({
          Effect: 'Deny',
          Principal: '*',
          Action: 'ecr:*',
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:PrincipalOrgID': ownOrganization } },
        }),
        registry(),
      ],
    },
  ],
  fail: [
    {
      name: 'everybody may pull',
      resource: repository(pull('*')),
      others: alone,
      findings: [anybody],
    },
    {
      name: 'everybody may get layers by the policy of the registry',
      resource: repository(),
      others: [
        noOrganization,
        registry(pull({ AWS: '*' }, { Action: 'ecr:GetDownload*', Resource: `${id}*` })),
      ],
      findings: [anybody],
    },
    {
      name: 'an account may pull that is not trusted',
      resource: repository(pull(foreign), pull({ AWS: 'arn:aws:iam::777788889999:role/ci' })),
      others: alone,
      ...trusting,
      findings: ['puller:777788889999:role/ci'],
    },
    {
      name: 'an account is named that need not be in the organisation',
      resource: repository(pull(foreign)),
      others: member,
      findings: [fellow],
    },
    {
      name: 'another organisation may pull',
      resource: repository(pull('*', inOrganization('o-foreign123'))),
      others: member,
      findings: [anybody],
    },
    {
      name: 'an account may as a member of another organisation',
      resource: repository(
        pull(foreign, {
          Condition: {
            'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-foreign123/r-1/ou-1/*' },
          },
        }),
      ),
      others: member,
      findings: [fellow],
    },
    {
      name: 'a condition binds only those who have an organisation',
      resource: repository(
        pull(foreign, {
          Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': ownOrganization } },
        }),
      ),
      others: member,
      findings: [fellow],
    },
    {
      name: 'everybody may pull from known addresses',
      resource: repository(
        pull('*', { Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }),
      ),
      others: alone,
      findings: [anybody],
    },
  ],
  unknown: [
    {
      name: 'the policy of the registry was not read',
      resource: repository(),
      others: [noOrganization, build('ecr.registry', { policy: notCollected('denied') })],
      missing: ['whether any principal of any AWS account can call ecr:BatchGetImage'],
    },
    {
      name: 'the registry was not listed',
      resource: repository(),
      others: [noOrganization],
      universes: listDenied('ecr.registry'),
      missing: ['whether any principal of any AWS account can call ecr:BatchGetImage'],
    },
    {
      name: 'the organisation was not read',
      resource: repository(pull(foreign)),
      others: [registry()],
      missing: ['whether any principal of account 444455556666 can call ecr:BatchGetImage'],
    },
    {
      name: 'the policy is not understood',
      resource: repository(pull('*', { Condition: { StringSame: { 'aws:SourceIp': 'x' } } })),
      others: alone,
      missing: ['whether any principal of any AWS account can call ecr:BatchGetImage'],
    },
  ],
});
