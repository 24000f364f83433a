import { accessKeyOf } from '../../src/sandbox/caller.ts';
import { sandboxHandler } from '../../src/sandbox/request-handler.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/respond.ts';
import type {
  SandboxOrganization,
  SandboxRegistry,
  SageMakerType,
  SandboxAccount,
  SandboxBucket,
  SandboxIam,
  SandboxKey,
  SandboxObject,
  SandboxRepository,
  SandboxS3,
  World,
} from '../../src/sandbox/world.ts';
import { accountId, region } from './build.ts';

export interface AccountParts {
  readonly id?: string;
  readonly regions?: readonly string[];
  readonly iam?: Partial<SandboxIam>;
  readonly s3?: Partial<SandboxS3>;
  /** Keys, registry and SageMaker objects of the usual region. */
  readonly keys?: readonly SandboxKey[];
  readonly registry?: SandboxRegistry;
  readonly organization?: SandboxOrganization;
  readonly objects?: { readonly [T in SageMakerType]?: readonly SandboxObject[] };
}

/** An account that has nothing but what is given. */
export function sandboxAccount(parts: AccountParts = {}): SandboxAccount {
  return {
    id: parts.id ?? accountId,
    partition: 'aws',
    regions: parts.regions ?? [region, 'us-east-1'],
    iam: {
      aliases: [],
      passwordPolicy: null,
      credentialReport: [],
      users: [],
      groups: [],
      roles: [],
      policies: [],
      oidcProviders: [],
      samlProviders: [],
      ...parts.iam,
    },
    s3: { publicAccessBlock: null, buckets: [], accessPoints: [], ...parts.s3 },
    kms: new Map([[region, parts.keys ?? []]]),
    ecr: new Map([[region, parts.registry ?? { repositories: [] }]]),
    organization: parts.organization ?? null,
    sagemaker: new Map([[region, { objects: parts.objects ?? {} }]]),
  };
}

export function worldOf(...accounts: readonly SandboxAccount[]): World {
  return {
    accounts: new Map(accounts.map((account) => [account.id, account])),
    now: new Date('2026-11-01T00:00:00Z'),
  };
}

export function sandboxBucket(name: string, more: Partial<SandboxBucket> = {}): SandboxBucket {
  return { name, region, createdAt: '2025-01-01T00:00:00Z', tags: {}, settings: {}, ...more };
}

/** `metadata` is completed by the id and the ARN. */
export function sandboxKey(id: string, more: Partial<SandboxKey> = {}): SandboxKey {
  const { metadata = {}, ...rest } = more;
  return {
    metadata: { KeyId: id, Arn: `arn:aws:kms:${region}:${accountId}:key/${id}`, ...metadata },
    policy: { Version: '2012-10-17', Statement: [] },
    grants: [],
    rotation: { KeyRotationEnabled: true },
    aliases: [],
    tags: {},
    ...rest,
  };
}

/** `detail` is completed by name and ARN. */
export function sandboxRepository(
  name: string,
  more: Partial<SandboxRepository> = {},
): SandboxRepository {
  const repositoryArn = `arn:aws:ecr:${region}:${accountId}:repository/${name}`;
  return { tags: {}, ...more, detail: { repositoryArn, repositoryName: name, ...more.detail } };
}

/** A SageMaker object named after its type, created in 2025; `detail` adds to the Describe reply. */
export function sandboxObject(
  type: SageMakerType,
  name: string,
  more: Partial<SandboxObject> = {},
): SandboxObject {
  const arn = `arn:aws:sagemaker:${region}:${accountId}:${type.toLowerCase()}/${name}`;
  const detail = { [`${type}Name`]: name, [`${type}Arn`]: arn, CreationTime: 1_750_000_000 };
  return { arn, name, tags: {}, ...more, detail: { ...detail, ...more.detail } };
}

/** A sandbox of these accounts, and the settings by which an SDK client talks to it in process. */
export function serve(
  accounts: readonly SandboxAccount[],
  options: Partial<SandboxOptions> = {},
): { sandbox: Sandbox; client: ClientSettings } {
  const clock = () => Date.parse('2026-11-01T00:00:00Z');
  const sandbox = createSandbox(worldOf(...accounts), { clock, ...options });
  return { sandbox, client: clientSettings(sandbox) };
}

export type ClientSettings = ReturnType<typeof clientSettings>;

function clientSettings(sandbox: Sandbox) {
  return {
    region,
    credentials: accessKeyOf(accountId),
    requestHandler: sandboxHandler(sandbox),
    maxAttempts: 1,
  };
}

export interface Failure {
  /** The code on the wire; the SDK's `name` is that of the modelled error class. */
  readonly code: string;
  readonly name: string;
  readonly message: string;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
}

/** The error that a call ends with; an error if it ends well. */
export async function failureOf(call: Promise<unknown>): Promise<Failure> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return describeFailure(error);
  }
  throw new Error('the call succeeded');
}

function describeFailure(error: Error): Failure {
  // What the SDK adds to the errors of a service.
  const { Code, $metadata } = error as Error & {
    readonly Code?: string;
    readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
  };
  return {
    code: Code ?? error.name,
    name: error.name,
    message: error.message,
    status: $metadata?.httpStatusCode,
    requestId: $metadata?.requestId,
  };
}
