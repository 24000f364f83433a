import { loadService, type ServiceId } from '../../src/collect/call/sdk.ts';
import { servedTypes } from '../../src/sandbox/sagemaker/served-type.ts';
import { accountId, region } from './build.ts';
import type { ClientSettings } from './world.ts';

const iamArn = (path: string) => `arn:aws:iam::${accountId}:${path}`;

const clientName: { readonly [S in ServiceId]: string } = {
  sts: 'STSClient',
  account: 'AccountClient',
  iam: 'IAMClient',
  s3: 'S3Client',
  s3control: 'S3ControlClient',
  kms: 'KMSClient',
  ecr: 'ECRClient',
  organizations: 'OrganizationsClient',
  sagemaker: 'SageMakerClient',
};

/** Inputs of operations that do not go by their service's usual input. */
const inputs: { readonly [operation: string]: object } = {
  'sts:AssumeRole': { RoleArn: iamArn('role/Training'), RoleSessionName: 'test' },
  'iam:GetOpenIDConnectProvider': { OpenIDConnectProviderArn: iamArn('oidc-provider/ci.example') },
  'iam:GetPolicy': { PolicyArn: iamArn('policy/Base') },
  'iam:GetPolicyVersion': { PolicyArn: iamArn('policy/Base'), VersionId: 'v1' },
  'iam:GetSAMLProvider': { SAMLProviderArn: iamArn('saml-provider/corp') },
  's3:ListBuckets': {},
  'organizations:ListParents': { ChildId: accountId },
  'organizations:ListPoliciesForTarget': { TargetId: accountId, Filter: 'SERVICE_CONTROL_POLICY' },
  'organizations:DescribePolicy': { PolicyId: 'p-full' },
  'ecr:GetRepositoryPolicy': { repositoryName: 'one' },
  'ecr:ListTagsForResource': {
    resourceArn: `arn:aws:ecr:${region}:${accountId}:repository/one`,
  },
  'kms:ListKeys': {},
  'kms:ListAliases': {},
  'sagemaker:GetModelPackageGroupPolicy': { ModelPackageGroupName: 'one' },
  'sagemaker:ListTags': { ResourceArn: `arn:aws:sagemaker:${region}:${accountId}:model/one` },
  'sagemaker:Search': { Resource: 'TrainingJob' },
};

/** Calls a served operation through its SDK client, about the things of `completeAccount`. */
export async function callOperation(operation: string, client: ClientSettings): Promise<object> {
  const [service = '', name = ''] = operation.split(':', 2);
  // Operation ids come from the sandbox's tables; a wrong one fails when it is constructed.
  const sdk = loadService(service as ServiceId) as unknown as {
    readonly [name: string]: new (settings: object) => { send(command: unknown): Promise<object> };
  };
  const Client = sdk[clientName[service as ServiceId]];
  const Command = sdk[`${name}Command`];
  if (Client === undefined || Command === undefined) throw new Error(`no ${operation} in the SDK`);
  const { $metadata: _, ...output } = (await new Client(client).send(
    new Command(inputOf(operation, service)),
  )) as { $metadata: unknown };
  return output;
}

function inputOf(operation: string, service: string): object {
  const own = inputs[operation];
  if (own !== undefined) return own;
  switch (service) {
    case 's3':
      return { Bucket: 'models', ExpectedBucketOwner: accountId };
    case 's3control':
      return { AccountId: accountId, Name: 'point' };
    case 'kms':
      return { KeyId: 'k-1', PolicyName: 'default' };
    case 'sagemaker':
      return sagemakerInput(operation);
    default:
      return {};
  }
}

function sagemakerInput(operation: string): object {
  const served = servedTypes.find(({ describe }) => operation === `sagemaker:${describe}`);
  const ids = served?.id ?? [];
  return Object.fromEntries(ids.map((member) => [member, member === 'DomainId' ? 'd-1' : 'one']));
}
