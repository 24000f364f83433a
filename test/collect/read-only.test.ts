import fs from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { CallRefused } from '../../src/collect/call/guard.ts';
import { ClientPool } from '../../src/collect/call/client-pool.ts';
import { loadService, type OperationId, type ServiceId } from '../../src/collect/call/sdk.ts';
import {
  guardedTransport,
  sharedTransport,
  type Transport,
} from '../../src/collect/call/transport.ts';
import { capture } from '../../src/collect/capture/capture.ts';
import { allowList } from '../../src/collect/declared-operation.ts';
import { collectors } from '../../src/collect/index.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/respond.ts';
import { serveSandbox } from '../../src/sandbox/serve-http.ts';
import { compareSnapshots } from '../../src/snapshot/compare.ts';
import { readSnapshot } from '../../src/snapshot/read-snapshot.ts';
import { captureWorld, environmentOf } from '../support/capture-world.ts';
import { acmeMl } from '../support/sample-account.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { virtualClock } from '../support/virtual-clock.ts';

const { world } = acmeMl();
const allowed = allowList(collectors);

const clientNames: { readonly [S in ServiceId]: string } = {
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
// The keys are the services, all of them.
const services = Object.keys(clientNames) as readonly ServiceId[];

type Construct = new (settings: object) => { send(command: unknown): Promise<unknown> };

function packageOf(service: ServiceId): Readonly<Record<string, Construct>> {
  return loadService(service) as unknown as Readonly<Record<string, Construct>>;
}

/** Every operation that the clients know and no collector declares. */
const undeclared = services.flatMap((service) =>
  Object.keys(packageOf(service))
    .flatMap((name) => /^([A-Z]\w+)Command$/.exec(name)?.[1] ?? [])
    // The names come from the packages that `OperationId` is derived from.
    .map((name) => `${service}:${name}` as OperationId)
    .filter((operation) => !allowed.has(operation)),
);

/** Enough of an input for nearly every command to be written onto the wire. */
const input = {
  ...{ Bucket: 'acme', Key: 'k', UploadId: 'u', PartNumber: 1, CopySource: 'a/b', Body: 'x' },
  ...{ AccountId: '111122223333', Name: 'n', KeyId: 'k', JobId: 'j', Id: 'i', ConfigId: 'c' },
  ...{ Mrap: 'm', ResourceArn: 'arn:aws:s3:eu-west-1:111122223333:x/y', GrantId: 'g' },
  ...{ AccessGrantId: 'a', AccessGrantsLocationId: 'l', RequestTokenARN: 'r', Policy: 'p' },
};

function countingTransport(): { readonly transport: Transport; readonly requests: unknown[] } {
  const requests: unknown[] = [];
  const transport: Transport = {
    handle(request: never) {
      requests.push(request);
      return Promise.reject(new Error('a request got out'));
    },
  };
  return { transport, requests };
}

async function errorOf(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('it went through');
}

describe('A whole capture', function () {
  this.timeout(60_000);
  const directory = temporaryDirectory();

  it('asks for nothing but reads, in process', async () => {
    const { calls, mutations } = await captureWorld(world);
    expect(mutations).to.equal(0);
    expect(calls.filter((one) => !(allowed as ReadonlySet<string>).has(one.operation))).to.be.empty;
  });

  it('asks for nothing but reads, over HTTP, and gets the same answers', async () => {
    const sandbox = createSandbox(world, { clock: () => world.now.getTime() });
    const out = join(directory(), 'snapshot');
    await captureOverHttp(sandbox, out);
    expect(sandbox.mutations).to.equal(0);
    expect(sandbox.calls.length).to.be.greaterThan(400);
    const { snapshot } = await captureWorld(world);
    if (snapshot instanceof Error) throw snapshot;
    expect(compareSnapshots(snapshot, await readSnapshot(out))).to.deep.equal([]);
  });

  it('is counted as writing when it does: a request that no read is for', () => {
    const sandbox = createSandbox(world, { clock: () => 0 });
    const request = { method: 'DELETE', host: 's3.amazonaws.com', path: '/acme', query: {} };
    sandbox.handle({ ...request, headers: {}, body: '' });
    expect(sandbox.mutations).to.equal(1);
  });
});

async function captureOverHttp(sandbox: Sandbox, out: string): Promise<void> {
  const served = await serveSandbox(sandbox);
  const jobsSince = new Date(world.now.getTime() - 90 * 24 * 3600 * 1000);
  const scope = { resume: false, regions: null, collectors, jobsSince, describeUpTo: 100 };
  try {
    await capture({ ...scope, out }, environmentOf(world, redirected(served.url)));
  } finally {
    await served.close();
  }
  expect(fs.existsSync(join(out, 'manifest.json'))).to.equal(true);
}

/** Over real sockets, but to the sandbox's port instead of AWS's hosts. */
function redirected(url: string): Transport {
  const { hostname, port } = new URL(url);
  const inner = sharedTransport();
  return {
    handle(request: never) {
      const { ...parts } = request as object;
      return inner.handle({ ...parts, protocol: 'http:', hostname, port: Number(port) } as never);
    },
  };
}

describe('The first wall', () => {
  it('refuses every command that no collector declares, before credentials are asked for', async () => {
    const { transport, requests } = countingTransport();
    let asked = 0;
    const pool = new ClientPool({
      credentials: () => {
        asked += 1;
        return Promise.resolve({ accessKeyId: 'key', secretAccessKey: 'secret' });
      },
      transport,
      allowed,
      clock: virtualClock(),
      endpointOverride: null,
      maxAttempts: 2,
      backoff: () => 0,
      paced: false,
    });
    expect(undeclared.length).to.be.greaterThan(700);
    for (const operation of undeclared) {
      const attempts = { attempts: 0, throttles: 0 };
      const error = await errorOf(() => pool.send(operation, 'eu-west-1', input, attempts));
      expect(error, operation).to.be.instanceOf(CallRefused);
      expect(attempts.attempts, operation).to.equal(0);
    }
    expect({ asked, requests }).to.deep.equal({ asked: 0, requests: [] });
    pool.destroy();
  });
});

describe('The second wall', function () {
  this.timeout(20_000);

  it('lets no undeclared command of a client without the first wall through', async () => {
    const { transport, requests } = countingTransport();
    const refused: OperationId[] = [];
    for (const service of services) {
      const sdk = packageOf(service);
      const Client = sdk[clientNames[service]];
      if (Client === undefined) throw new Error(`${service} has no client`);
      const client = new Client({
        region: 'eu-west-1',
        credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
        maxAttempts: 1,
        forcePathStyle: true,
        requestHandler: guardedTransport(transport, { allowed, anyHost: false }),
      });
      for (const operation of undeclared.filter((one) => one.startsWith(`${service}:`))) {
        const Command = sdk[`${operation.slice(service.length + 1)}Command`];
        if (Command === undefined) throw new Error(`no ${operation}`);
        const error = await errorOf(() => client.send(new Command(input)));
        if (error instanceof CallRefused) refused.push(operation);
      }
    }
    expect(requests).to.deep.equal([]);
    // The others never come to the wall: the SDK misses a member of their input.
    expect(undeclared.length - refused.length).to.be.lessThan(5);
  });

  it('refuses a raw request, and one for another host than AWS', async () => {
    const { transport, requests } = countingTransport();
    const wall = guardedTransport(transport, { allowed, anyHost: false });
    const get = {
      method: 'GET',
      hostname: 's3.eu-west-1.amazonaws.com',
      path: '/acme',
      headers: {},
    };
    const raw = [
      { ...get, method: 'DELETE' },
      { ...get, method: 'PUT', query: { policy: '' } },
      { ...get, path: '/acme/model.tar.gz' },
      { ...get, query: { policy: '' }, hostname: 'amazonaws.com.example.org' },
    ];
    for (const request of raw) {
      const error = await errorOf(() => Promise.resolve(wall.handle(request as never)));
      expect(error, JSON.stringify(request)).to.be.instanceOf(CallRefused);
    }
    expect(requests).to.deep.equal([]);
    // The same wall lets a declared read out.
    const read = { ...get, query: { policy: '' } };
    expect(await errorOf(() => wall.handle(read as never))).to.not.be.instanceOf(CallRefused);
    expect(requests).to.deep.equal([read]);
  });
});
