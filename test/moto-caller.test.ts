import { motoAccessVerdicts } from './support/moto-access-verdicts.ts';
import { motoVerdicts } from './support/moto-verdicts.ts';
import { rmSync } from 'node:fs';
import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { expect } from 'chai';
import { readSnapshot } from '../src/snapshot/read-snapshot.ts';
import { motoServer } from './support/moto.ts';
import {
  motoClients,
  motoCredentials,
  motoRegion,
  type MotoCredentials,
} from './support/moto-client.ts';
import { fillMoto } from './support/moto-content.ts';
import { runOnMoto, verdictsOf, type MotoRun } from './support/moto-run.ts';
import { makePublic } from './support/moto-s3.ts';

const otherRole = 'arn:aws:iam::222222222222:role/leastwise';

describe('leastwise run on moto, by who calls', function () {
  this.timeout(180_000);
  const server = motoServer();
  const runs: MotoRun[] = [];
  const run = async (...args: Parameters<typeof runOnMoto>): Promise<MotoRun> => {
    const done = await runOnMoto(...args);
    runs.push(done);
    return done;
  };
  before(() => fillMoto(server().url));
  after(() => {
    for (const { out } of runs) rmSync(out, { recursive: true });
  });

  it('captures the account of the role that --role-arn names, and nothing of the caller’s', async () => {
    const { url } = server();
    const { s3 } = motoClients(url, await assumed(url));
    await s3.send(new CreateBucketCommand({ Bucket: 'theirs' }));
    await makePublic(s3, 'theirs');
    const { end, snapshot, records } = await run(url, { flags: ['--role-arn', otherRole] });
    expect(end.code).to.equal(3);
    const { manifest } = await readSnapshot(snapshot);
    expect(manifest.account).to.equal('222222222222');
    expect(manifest.caller).to.match(
      /^arn:aws:sts::222222222222:assumed-role\/leastwise\/leastwise-[0-9a-f]{8}$/,
    );
    expect(new Set(records.map((one) => one.account))).to.deep.equal(new Set(['222222222222']));
    expect(verdictsOf(records, 'EXP-01')).to.deep.equal({
      '222222222222':
        'fail: blockPublicAcls, ignorePublicAcls, blockPublicPolicy, restrictPublicBuckets',
    });
    const [exposure] = Object.entries(verdictsOf(records, 'EXP-03'));
    expect(exposure?.[0]).to.equal('theirs');
    expect(exposure?.[1]).to.match(/^fail: .*policy.*, .*acl/);
  });

  it('passes nothing that the caller may not read', async () => {
    const { url } = server();
    const credentials = await limitedUser(url);
    await enforceIam(url);
    const { end, records: all } = await run(url, { credentials });
    expect(end.code).to.equal(3);
    const ofAccess = all.filter(({ code }) => code in motoAccessVerdicts);
    const records = all.filter(
      ({ code }) => code in motoVerdicts && !ofAccess.some((one) => one.code === code),
    );
    // Whoever has rights is passed by those rules alone to which IAM alone matters.
    const cleared = ofAccess.filter(
      (one) => one.status === 'pass' && /^(inverted|trusts)-/.test(one.name),
    );
    const byIam = ['ENC-21', 'ESC-01', 'ESC-02', 'ESC-03', 'ESC-11', 'ESC-16', 'EXR-03', 'EXR-10'];
    expect([...new Set(cleared.map((one) => one.code))].sort()).to.deep.equal([...byIam, 'HUM-09']);
    // Rules that ask for IAM and bucket policies alone: what the user may read.
    const passing = new Set(records.filter((one) => one.status === 'pass').map((one) => one.code));
    const readable = ['ENC-16', 'EXR-01', 'EXR-02', 'EXR-04', 'EXR-07', 'EXR-08'];
    expect([...passing].sort()).to.deep.equal([...readable, 'HUM-01', 'HUM-07', 'HUM-08']);
    const failing = records.filter((one) => one.status === 'fail').map((one) => one.code);
    expect([...new Set(failing)].sort()).to.deep.equal([...readable, 'HUM-01', 'HUM-07']);
    const block = records.find((one) => one.code === 'EXP-02' && one.name === 'models');
    expect(block?.missing).to.deep.equal([
      {
        what: 'publicAccessBlock',
        why: { state: 'denied', call: 's3:GetPublicAccessBlock', code: 'AccessDenied' },
      },
    ]);
  });
});

async function assumed(url: string): Promise<MotoCredentials> {
  const sts = new STSClient({ endpoint: url, region: motoRegion, credentials: motoCredentials });
  const request = { RoleArn: otherRole, RoleSessionName: 'fill' };
  const { Credentials: given } = await sts.send(new AssumeRoleCommand(request));
  return {
    ...keyOf(given),
    ...(given?.SessionToken !== undefined && { sessionToken: given.SessionToken }),
  };
}

/** A user who may read IAM, but of the rest only lists and bucket policies. */
async function limitedUser(url: string): Promise<MotoCredentials> {
  const { iam } = motoClients(url);
  const UserName = 'auditor';
  await iam.send(new CreateUserCommand({ UserName }));
  const Action = [
    'iam:*',
    ...['s3:ListAllMyBuckets', 's3:GetBucketLocation', 's3:GetBucketPolicy'],
    ...['kms:ListKeys', 'sagemaker:ListNotebookInstances'],
  ];
  const Statement = [{ Effect: 'Allow', Action, Resource: '*' }];
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'little', PolicyDocument }));
  const { AccessKey: key } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  return keyOf(key);
}

function keyOf(
  key:
    | { readonly AccessKeyId?: string | undefined; readonly SecretAccessKey?: string | undefined }
    | undefined,
): MotoCredentials {
  const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey } = key ?? {};
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw new Error('moto gave no access key');
  }
  return { accessKeyId, secretAccessKey };
}

/** From now on moto asks IAM about every call; so the test that switches it on is the last. */
async function enforceIam(url: string): Promise<void> {
  const reply = await fetch(`${url}/moto-api/reset-auth`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: '0',
  });
  if (!reply.ok) throw new Error(`moto does not switch its authorisation on: ${reply.status}`);
}
