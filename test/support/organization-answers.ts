import { accountId } from './build.ts';
import { awsError, type Answers } from './fake-aws.ts';

export const ouId = 'ou-ab12-11111111';
export const rootId = 'r-ab12';

export const allowAll = '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';
export const denyDelete =
  '{"Statement":[{"Effect":"Deny","Action":"s3:DeleteObject","Resource":"*"}]}';

const parents: Readonly<Record<string, string>> = { [accountId]: ouId, [ouId]: rootId };

/** Root, one unit, the account: a service control policy at the unit, none but AWS's elsewhere. */
export const organizationAnswers = {
  'organizations:DescribeOrganization': {
    Organization: {
      Id: 'o-exampleorgid',
      MasterAccountId: '000011112222',
      FeatureSet: 'ALL',
    },
  },
  'organizations:ListParents': ({ ChildId: child = '' }) => ({
    Parents: [{ Id: parents[child] ?? 'none', Type: 'ORGANIZATIONAL_UNIT' }],
  }),
  'organizations:ListRoots': {
    Roots: [
      {
        Id: rootId,
        PolicyTypes: [
          { Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' },
          { Type: 'RESOURCE_CONTROL_POLICY', Status: 'ENABLED' },
        ],
      },
    ],
  },
  'organizations:ListPoliciesForTarget': ({ TargetId: target, Filter: filter }) => ({
    Policies:
      filter === 'RESOURCE_CONTROL_POLICY'
        ? [{ Id: 'p-RCPFullAWSAccess', Name: 'RCPFullAWSAccess' }]
        : [
            { Id: 'p-FullAWSAccess', Name: 'FullAWSAccess' },
            ...(target === ouId ? [{ Id: 'p-11111111', Name: 'keep' }] : []),
          ],
  }),
  'organizations:DescribePolicy': ({ PolicyId: id }) => ({
    Policy: { Content: id === 'p-11111111' ? denyDelete : allowAll },
  }),
} satisfies Answers;

/** What a member that administers nothing may ask. */
export const memberAnswers = {
  ...organizationAnswers,
  'organizations:ListParents': awsError('AccessDeniedException'),
  'organizations:ListRoots': awsError('AccessDeniedException'),
} satisfies Answers;
