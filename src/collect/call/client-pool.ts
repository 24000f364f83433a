import { ConfiguredRetryStrategy } from '@smithy/core/retry';
import type { Clock } from './clock.ts';
import { isThrottle } from './classify-error.ts';
import { refuseUndeclared, type AllowList } from './guard.ts';
import { Pace } from './pace.ts';
import { rateOf } from './rate.ts';
import { loadService, operationName, serviceOf, type OperationId, type ServiceId } from './sdk.ts';
import { guardedTransport, type Transport } from './transport.ts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

export type CredentialProvider = () => Promise<Credentials>;

export interface PoolOptions {
  readonly credentials: CredentialProvider;
  readonly transport: Transport;
  readonly allowed: AllowList;
  readonly clock: Clock;
  /** Where the calls go instead of AWS; the SDK reads it by itself. */
  readonly endpointOverride: string | null;
  readonly maxAttempts: number;
  /** Milliseconds before retry number n. */
  readonly backoff: (attempt: number) => number;
  /** Off only to measure what the SDK alone would do. */
  readonly paced: boolean;
}

/** Counts what one logical call took on the wire; passed along in the command's own context. */
export interface Attempts {
  attempts: number;
  throttles: number;
}

interface AnyClient {
  send(command: unknown): Promise<unknown>;
  destroy(): void;
  readonly middlewareStack: {
    add(middleware: unknown, options: Readonly<Record<string, unknown>>): void;
  };
}

type Handler = (args: never) => Promise<unknown>;

/** One client per service and region, all behind the same guards, paces and sockets. */
export class ClientPool {
  readonly #options: PoolOptions;
  readonly #clients = new Map<string, AnyClient>();
  readonly #paces = new Map<string, Pace>();

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  get standIn(): boolean {
    return this.#options.endpointOverride !== null;
  }

  /** Sends one operation; throws whatever the SDK throws. `attempts` counts as it goes. */
  async send(
    operation: OperationId,
    region: string,
    input: object,
    attempts: Attempts,
  ): Promise<object> {
    const service = serviceOf(operation);
    const commands = loadService(service) as unknown as Record<
      string,
      new (input: object) => object
    >;
    const Command = commands[`${operationName(operation)}Command`];
    if (Command === undefined) throw new TypeError(`the SDK knows no ${operation}`);
    const command = new Command(input) as AnyClient;
    this.#countAndPace(command, operation, region, attempts);
    return (await this.#client(service, region).send(command)) as object;
  }

  destroy(): void {
    for (const client of this.#clients.values()) client.destroy();
  }

  /** Runs once per attempt, inside the SDK's retry. */
  #countAndPace(
    command: Pick<AnyClient, 'middlewareStack'>,
    operation: OperationId,
    region: string,
    attempts: Attempts,
  ): void {
    const pace = this.#paceOf(operation, region);
    const middleware = (next: Handler) => async (args: never) => {
      await pace?.acquire();
      attempts.attempts += 1;
      try {
        const result = await next(args);
        pace?.answered();
        return result;
      } catch (error) {
        if (isThrottle(error)) {
          attempts.throttles += 1;
          pace?.throttled();
        }
        throw error;
      }
    };
    command.middlewareStack.add(middleware, {
      step: 'finalizeRequest',
      priority: 'low',
      name: 'pace',
    });
  }

  #paceOf(operation: OperationId, region: string): Pace | undefined {
    if (!this.#options.paced) return undefined;
    const rate = rateOf(operation);
    const key = rate.accountWide ? rate.group : `${region} ${rate.group}`;
    const known = this.#paces.get(key);
    if (known !== undefined) return known;
    const pace = new Pace(rate, this.#options.clock);
    this.#paces.set(key, pace);
    return pace;
  }

  #client(service: ServiceId, region: string): AnyClient {
    const key = `${service} ${region}`;
    const known = this.#clients.get(key);
    if (known !== undefined) return known;
    const client = this.#makeClient(service, region);
    this.#clients.set(key, client);
    return client;
  }

  #makeClient(service: ServiceId, region: string): AnyClient {
    const { allowed, credentials, maxAttempts, backoff, transport, endpointOverride } =
      this.#options;
    const Client = clientClass(service);
    const client = new Client({
      region,
      credentials,
      requestHandler: guardedTransport(transport, { allowed, anyHost: endpointOverride !== null }),
      retryStrategy: new ConfiguredRetryStrategy(maxAttempts, backoff),
      // Path style keeps one host, and so one pool of sockets and one DNS name, per region.
      ...(service === 's3' && { forcePathStyle: true, followRegionRedirects: true }),
      ...(service === 's3control' &&
        endpointOverride !== null && { endpointProvider: endpointAsNamed }),
    });
    const guard = (next: Handler, context: { commandName?: string }) => (args: never) => {
      refuseUndeclared(
        allowed,
        `${service}:${(context.commandName ?? '').replace(/Command$/, '')}`,
      );
      return next(args);
    };
    client.middlewareStack.add(guard, { step: 'initialize', name: 'readOnly' });
    return client;
  }
}

/**
 * S3 Control puts the account id before the host, which does not resolve for an endpoint that the
 * user named (`111122223333.127.0.0.1` is not even a URL). The account travels in a header as well.
 */
function endpointAsNamed({ Endpoint }: { readonly Endpoint?: string }): { readonly url: URL } {
  if (Endpoint === undefined) throw new TypeError('S3 Control has no endpoint');
  return { url: new URL(Endpoint) };
}

const clientNames: Record<ServiceId, string> = {
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

function clientClass(service: ServiceId): new (config: object) => AnyClient {
  const exported = loadService(service) as unknown as Record<string, unknown>;
  return exported[clientNames[service]] as new (config: object) => AnyClient;
}
