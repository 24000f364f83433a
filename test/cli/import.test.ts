import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { notCollected, present } from '../../src/model/observed.ts';
import { kinds, type Kind } from '../../src/model/resource.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { loadWorld } from '../../src/sandbox/load-world.ts';
import { readSample } from '../../src/sandbox/sample.ts';
import { readSnapshot } from '../../src/snapshot/read-snapshot.ts';
import { captureSound } from '../support/capture-world.ts';
import { leastwise } from '../support/cli.ts';
import { asCliPrints, exportedPages } from '../support/exported-iam.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const notImported = notCollected('not in the imported files');
const listed = ['iam.user', 'iam.group', 'iam.role', 'iam.policy'] as const;
const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
const bucketPolicy = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Never',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:DeleteObject',
      Resource: 'arn:aws:s3:::acme-x/*',
    },
  ],
};

describe('leastwise snapshot import', function () {
  this.timeout(60_000);
  const directory = temporaryDirectory();
  const world = loadWorld(readSample('acme-ml'), {
    file: 'acme-ml.yaml',
    now: new Date('2026-11-01T00:00:00Z'),
  });
  let captured: Snapshot;
  let pages: Awaited<ReturnType<typeof exportedPages>>;
  before(async () => {
    captured = await captureSound(world);
    pages = await exportedPages(world, 25);
  });

  const write = (name: string, content: unknown): void => {
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
    writeFileSync(join(directory(), name), text);
  };
  const run = (...args: string[]) =>
    leastwise(['snapshot', 'import', ...args], { cwd: directory() });
  const imported = async (...args: string[]) => {
    const end = await run(...args, '--out', 'snapshot');
    expect(end).to.deep.include({ code: 0, stdout: 'snapshot\n' });
    return readSnapshot(join(directory(), 'snapshot'));
  };

  /** Everything in the lists that AWS's details hold, with credentials left out. */
  const iamOf = (snapshot: Snapshot) =>
    listed.flatMap((kind) =>
      snapshot
        .resources(kind)
        .map((one) => ({ ...one, credentials: undefined, credentialUse: undefined })),
    );
  const endsOf = (snapshot: Snapshot) =>
    Object.fromEntries(snapshot.universes.map(({ kind, end }) => [kind, end]));

  it('makes of what the CLI prints the same users, groups, roles and policies as a capture', async () => {
    write('iam.json', asCliPrints(pages));
    const snapshot = await imported('--iam', 'iam.json');
    expect(iamOf(snapshot)).to.deep.equal(iamOf(captured));
    expect(iamOf(snapshot)).to.have.length.above(20);
    const [user] = snapshot.resources('iam.user');
    expect(user).to.deep.include({ credentials: notImported, credentialUse: notImported });
    expect(snapshot.manifest).to.deep.include({
      account: captured.manifest.account,
      endpointOverride: 'imported from iam.json',
      regions: [],
    });
    const { stdout } = await leastwise(['snapshot', 'verify', 'snapshot'], { cwd: directory() });
    expect(stdout).to.equal('snapshot: 0 mismatches, every hash matches\n');
  });

  it('takes pages as the API sends them: in one file, in a list, in several files', async () => {
    expect(pages).to.have.length.above(1);
    write('pages.json', pages.map((page) => JSON.stringify(page)).join('\n'));
    expect(iamOf(await imported('--iam', 'pages.json'))).to.deep.equal(iamOf(captured));
    write('list.json', pages);
    await run('--iam', 'list.json', '--out', 'other');
    const files = pages.map((page, index) => {
      write(`page-${String(index)}.json`, page);
      return ['--iam', `page-${String(index)}.json`];
    });
    await run(...files.flat(), '--out', 'third');
    for (const name of ['other', 'third']) {
      const snapshot = await readSnapshot(join(directory(), name));
      expect(iamOf(snapshot)).to.deep.equal(iamOf(captured));
      expect(endsOf(snapshot)).to.deep.include({ 'iam.role': 'complete', 'iam.user': 'complete' });
    }
  });

  it('says of everything else that it was not collected', async () => {
    write('iam.json', asCliPrints(pages));
    const snapshot = await imported('--iam', 'iam.json');
    const others = kinds.filter((kind: Kind) => !listed.some((one) => one === kind));
    expect(endsOf(snapshot)).to.deep.equal({
      ...Object.fromEntries(listed.map((kind) => [kind, 'complete'])),
      ...Object.fromEntries(others.map((kind) => [kind, 'skipped'])),
    });
    const [ofKeys] = snapshot.universes.filter(({ kind }) => kind === 'kms.key');
    expect(ofKeys).to.deep.include({ problem: notImported, items: 0 });
  });

  it('takes policies of buckets and keys: documents, replies, texts', async () => {
    write('iam.json', asCliPrints(pages));
    write('bucket.json', bucketPolicy);
    const arn = `arn:aws:kms:eu-west-1:${captured.manifest.account}:key/${keyId}`;
    write('key.json', { Policy: JSON.stringify(bucketPolicy, null, 1), PolicyName: 'default' });
    const snapshot = await imported(
      ...['--iam', 'iam.json', '--bucket-policy', 'acme-x=bucket.json'],
      ...['--key-policy', `${keyId}=key.json`, '--region', 'eu-west-1'],
    );
    const [bucket] = snapshot.resources('s3.bucket');
    expect(bucket).to.deep.include({ id: 'arn:aws:s3:::acme-x', acl: notImported });
    expect(bucket?.policy).to.deep.include({ state: 'present' });
    const [key] = snapshot.resources('kms.key');
    expect(key).to.deep.include({ id: arn, region: 'eu-west-1', grants: notImported });
    expect(key?.policy).to.have.nested.property('value.document').that.deep.equals(bucketPolicy);
    expect(snapshot.manifest.regions).to.deep.equal(['eu-west-1']);
    expect(endsOf(snapshot)).to.deep.include({ 's3.bucket': 'skipped', 'kms.key': 'skipped' });
  });

  it('lets `can` answer as far as the files go', async () => {
    write('iam.json', asCliPrints(pages));
    write('bucket.json', bucketPolicy);
    await imported('--iam', 'iam.json', '--bucket-policy', 'acme-x=bucket.json');
    const can = async (...args: string[]) => {
      const asked = ['can', ...args, '--snapshot', 'snapshot'];
      return (await leastwise(asked, { cwd: directory() })).code;
    };
    const user = `arn:aws:iam::${captured.manifest.account}:user/x`;
    // Nothing allows it, and nothing that was not imported could.
    expect(await can('role/fraud-training', 'iam:CreateUser', user)).to.equal(1);
    // The bucket's policy denies it.
    expect(await can('role/fraud-training', 's3:DeleteObject', 's3://acme-x/a')).to.equal(1);
    // The organisation might deny it.
    expect(await can('role/BreakGlass', 'iam:CreateUser', user)).to.equal(3);
  });

  it('calls lists cut that say so', async () => {
    write('iam.json', pages[0]);
    const snapshot = await imported('--iam', 'iam.json');
    for (const kind of listed) expect(endsOf(snapshot)).to.include({ [kind]: 'truncated' });
    const [roles] = snapshot.universes.filter(({ kind }) => kind === 'iam.role');
    const why = 'the last page is missing: IsTruncated is true in iam.json';
    expect(roles?.problem).to.deep.equal(notCollected(why));
    const started = { ...asCliPrints(pages.slice(0, 1)), NextToken: 'abc' };
    write('started.json', started);
    await run('--iam', 'started.json', '--out', 'other');
    expect(endsOf(await readSnapshot(join(directory(), 'other')))).to.include({
      'iam.user': 'truncated',
    });
  });

  it('calls lists cut that lack what the others speak of', async () => {
    const whole = asCliPrints(pages);
    const without = async (member: string) => {
      write(`${member}.json`, { ...whole, [member]: [] });
      await run('--iam', `${member}.json`, '--out', member);
      return endsOf(await readSnapshot(join(directory(), member)));
    };
    expect(await without('GroupDetailList')).to.include({ 'iam.group': 'truncated' });
    expect(await without('RoleDetailList')).to.include({ 'iam.role': 'truncated' });
    // Its policies say that they are attached to more than is there.
    expect(await without('UserDetailList')).to.include({ 'iam.user': 'truncated' });
    expect(await without('Policies')).to.include({ 'iam.policy': 'truncated' });
    const snapshot = await readSnapshot(join(directory(), 'Policies'));
    const [policy] = snapshot.resources('iam.policy');
    expect(policy).to.deep.include({ document: notImported, awsManaged: present(false) });
  });

  const role = (more: object) => ({
    ...{ UserDetailList: [], GroupDetailList: [], Policies: [] },
    RoleDetailList: [{ Arn: 'arn:aws:iam::111122223333:role/a', RoleName: 'a', ...more }],
  });
  const sound = role({});
  const bucket = ['--bucket-policy', 'acme-x=policy.json'];
  const wrong: readonly (readonly [string, unknown, readonly string[], string])[] = [
    [
      'what is not JSON',
      '{"UserDetailList": [\n oops',
      [],
      'iam.json: not JSON at line 2, column 2',
    ],
    ['nothing', ' ', [], 'iam.json: holds nothing'],
    ['what follows the JSON', '{}\n{', [], 'iam.json: not JSON at line 2, column 2'],
    [
      'another list',
      { Roles: [] },
      [],
      'iam.json: /UserDetailList: is missing; give the output of',
    ],
    ['a number', 7, [], 'iam.json: is not an object; give the output of'],
    ['a role without ARN', role({ Arn: null }), [], 'iam.json: /RoleDetailList/0/Arn: is missing'],
    ['a name that is none', role({ RoleName: 7 }), [], '/RoleDetailList/0/RoleName: is not a text'],
    [
      'a document that is none',
      role({ RolePolicyList: [{ PolicyName: 'a', PolicyDocument: '%7Bx' }] }),
      [],
      '/RoleDetailList/0/RolePolicyList/0/PolicyDocument: is no policy document',
    ],
    [
      'the second of two values',
      `${JSON.stringify(sound)}\n${JSON.stringify(role({ CreateDate: 'yesterday' }))}`,
      [],
      'iam.json: value 2: /RoleDetailList/0/CreateDate: is not a date',
    ],
    [
      'two accounts',
      [sound, role({ Arn: 'arn:aws:iam::444455556666:role/b' })],
      [],
      'iam.json: /1/RoleDetailList/0/Arn: is of account 444455556666, but iam.json /0/RoleDetailList/0/Arn is of 111122223333',
    ],
    ['another account', sound, ['--account', '444455556666'], 'not of 444455556666'],
    [
      'no account',
      { ...sound, RoleDetailList: [] },
      [],
      'no ARN in the files says whose account they are of; say it with --account ID',
    ],
    ['an object that holds a name twice', '{"a":1,"a":2}', [], '/a is there twice'],
    ['a policy that is none', sound, bucket, 'policy.json: is no policy document'],
    [
      'a bucket that is none',
      sound,
      ['--bucket-policy', 's3://x=policy.json'],
      'not the name of a',
    ],
    ['a bucket without file', sound, ['--bucket-policy', 'acme-x'], 'Write NAME=FILE'],
    ['a key without region', sound, ['--key-policy', `${keyId}=policy.json`], 'add --region'],
    [
      'an alias',
      sound,
      ['--key-policy', 'arn:aws:kms:eu-west-1:111122223333:alias/a=policy.json'],
      'write its ARN',
    ],
    [
      'a key of another account',
      sound,
      ['--key-policy', `arn:aws:kms:eu-west-1:444455556666:key/${keyId}=policy.json`],
      'is of account 444455556666',
    ],
    ['a file that is not there', sound, ['--iam', 'none.json'], 'none.json: cannot be read'],
  ];
  for (const [what, content, args, message] of wrong) {
    it(`refuses ${what} with 2, and writes nothing`, async () => {
      write('iam.json', content);
      write('policy.json', { Version: '2012-10-17' });
      mkdirSync(join(directory(), 'out'));
      const end = await run('--iam', 'iam.json', '--out', 'out', ...args);
      expect(end).to.deep.include({ code: 2, stdout: '' });
      expect(end.stderr).to.match(/^leastwise: /);
      expect(end.stderr).to.contain(message);
      expect(readdirSync(join(directory(), 'out'))).to.deep.equal([]);
    });
  }

  it('refuses one bucket twice', async () => {
    write('iam.json', sound);
    write('policy.json', bucketPolicy);
    const end = await run('--iam', 'iam.json', '--out', 'out', ...bucket, ...bucket);
    expect(end.code).to.equal(2);
    expect(end.stderr).to.contain('arn:aws:s3:::acme-x is given two policies');
    expect(existsSync(join(directory(), 'out'))).to.equal(false);
  });

  it('leaves what is in the way as it is', async () => {
    write('iam.json', sound);
    await imported('--iam', 'iam.json');
    const manifest = readFileSync(join(directory(), 'snapshot', 'manifest.json'), 'utf8');
    const again = await run('--iam', 'iam.json', '--out', 'snapshot');
    expect(again.code).to.equal(2);
    expect(again.stderr).to.contain('holds a snapshot already');
    expect(readFileSync(join(directory(), 'snapshot', 'manifest.json'), 'utf8')).to.equal(manifest);
  });
});
