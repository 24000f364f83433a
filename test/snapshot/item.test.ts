import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalJson, sha256 } from '../../src/model/canonical.ts';
import { absent, notCollected, present } from '../../src/model/observed.ts';
import { kindFields, kinds, type Resource } from '../../src/model/resource.ts';
import { decodeItem, encodeItem, itemHash } from '../../src/snapshot/item.ts';
import { accountId, build, region } from '../support/build.ts';
import { resourceOf } from '../support/resource-arbitrary.ts';

const at = '2026-11-01T00:00:30.000Z';
const topic = build(
  'sagemaker.model-package-group',
  {
    status: present('Completed'),
    tags: present({ team: 'ml' }),
    policy: { state: 'denied', call: 'sagemaker:GetModelPackageGroupPolicy', code: 'AccessDenied' },
  },
  { id: 'arn:group', name: 'group' },
);

/** The line with some of its text replaced; fails when there is nothing to replace. */
function edited(line: string, from: string, to: string): string {
  expect(line).to.include(from);
  return line.replace(from, to);
}

/** A line of a training job with the hash that its content has. */
function rehashed(line: string): string {
  const { v, at, h, ...item } = JSON.parse(line) as Record<string, unknown>;
  const { status, ...state } = item['state'] as Record<string, unknown>;
  const hash = sha256(canonicalJson({ ...item, state }));
  expect([v, at, typeof h, typeof status]).to.deep.equal([1, at, 'string', 'object']);
  return edited(line, String(h), hash);
}

describe('an item', () => {
  it('is one line of canonical JSON with the fields sorted into data and state', () => {
    const denial = {
      call: 'sagemaker:GetModelPackageGroupPolicy',
      code: 'AccessDenied',
      s: 'denied',
    };
    const identity = {
      account: accountId,
      id: 'arn:group',
      name: 'group',
      region,
      kind: topic.kind,
    };
    const state = { createdAt: { s: 'absent' }, policy: denial };
    const h = sha256(canonicalJson({ ...identity, data: { tags: { team: 'ml' } }, state }));
    const data = { status: 'Completed', tags: { team: 'ml' } };
    expect(encodeItem(topic, at)).to.equal(
      canonicalJson({ v: 1, ...identity, at, data, state, h }),
    );
  });

  for (const kind of kinds)
    it(`of kind ${kind} comes back byte for byte in every state`, () => {
      fc.assert(
        fc.property(resourceOf(kind), (resource) => {
          const line = encodeItem(resource, at);
          expect(line).to.equal(canonicalJson(JSON.parse(line)));
          const item = decodeItem(line);
          expect(item).to.deep.equal({
            resource: JSON.parse(JSON.stringify(resource)),
            at,
            hash: itemHash(resource),
          });
          expect(encodeItem(item.resource, at)).to.equal(line);
        }),
        { numRuns: 25 },
      );
    });

  it('comes back with hostile names and huge texts', () => {
    const tags = JSON.parse('{"__proto__":"x","constructor":"y","10":"a","9":"b","toJSON":"z"}');
    tags.long = '\u2028"\\\u0000\ud83d\ude00]]>'.repeat(100_000);
    const resource = build('iam.role', { tags: present(tags) }, { name: '__proto__' });
    const { resource: read } = decodeItem(encodeItem(resource, at));
    expect(read).to.deep.equal(resource);
    expect(Object.keys((read as typeof resource).tags)).to.deep.equal(['state', 'value']);
    expect(JSON.stringify(read)).to.include('"__proto__":"x"');
  });

  it('says that a value could not be read when JSON cannot hold it', () => {
    const resource = build('iam.role', { tags: present({ team: '\ud800' }), path: present('/') });
    const { resource: read } = decodeItem(encodeItem(resource, at));
    const tags = {
      state: 'error',
      call: 'snapshot',
      code: 'NotJson',
      message: 'Lone surrogate is not allowed',
    };
    expect(read).to.deep.equal({ ...resource, tags });
  });

  it('replaces a lone surrogate in a message', () => {
    const error = { state: 'error', call: 'iam:GetRole', code: 'X', message: 'a\udc00b' } as const;
    const { resource } = decodeItem(encodeItem(build('iam.role', { tags: error }), at));
    expect(resource).to.deep.equal(build('iam.role', { tags: { ...error, message: 'a\ufffdb' } }));
  });

  it('refuses a resource that lacks a field or has one that its kind does not know', () => {
    const { path, ...rest } = build('iam.group');
    for (const wrong of [rest, { ...rest, way: path }, { ...rest, path, way: path }])
      expect(() => encodeItem(wrong as never, at)).to.throw(TypeError, /missing/);
  });
});

describe('the hash of an item', () => {
  const base = itemHash(topic);

  it('stays when time, a volatile field or an error message differs', () => {
    const failed = { state: 'error', call: 'c', code: 'Throttling' } as const;
    const one = { ...topic, policy: { ...failed, message: 'request 1' } };
    const other = { ...topic, policy: { ...failed, message: 'request 2' }, status: absent };
    expect(itemHash(one)).to.equal(itemHash(other));
    expect(decodeItem(encodeItem(topic, '2027-01-01T00:00:00Z')).hash).to.equal(base);
  });

  for (const kind of kinds) {
    for (const [field, stability] of Object.entries(kindFields[kind]))
      it(`${stability === 'stable' ? 'changes' : 'stays'} when ${field} of ${kind} changes`, () => {
        const resource = build(kind) as Resource;
        const before = itemHash(resource);
        const after = itemHash({ ...resource, [field]: present('changed') });
        expect(after === before).to.equal(stability === 'volatile');
      });
  }

  it('changes with every member of the identity and with a code', () => {
    const changed = [
      { ...topic, id: 'x' },
      { ...topic, name: 'x' },
      { ...topic, region: 'x' },
      { ...topic, account: 'x' },
      { ...topic, policy: { ...topic.policy, code: 'AccessDeniedException' } },
    ].map((one) => itemHash(one as typeof topic));
    expect(new Set([base, ...changed]).size).to.equal(6);
  });
});

describe('an item older than a field of its kind', () => {
  const job = build('sagemaker.training-job', { outputUri: present('s3://models/') });
  const line = encodeItem(job, at);
  const older = (text: string) => rehashed(edited(text, '"codeUri":{"s":"absent"},', ''));

  it('is read with that field as not collected', () => {
    const { resource } = decodeItem(older(line));
    expect(resource).to.deep.equal({
      ...job,
      codeUri: notCollected('the snapshot is of a version that did not read it'),
    });
  });

  it('keeps the hash that it was written with', () => {
    const text = older(line);
    expect(decodeItem(text).hash).to.equal((JSON.parse(text) as { h: string }).h);
    const forged = edited(text, 's3://models/', 's3://other/');
    expect(() => decodeItem(forged)).to.throw(TypeError, /hash/);
  });

  it('lacks no field that kinds always had', () => {
    const text = rehashed(edited(line, '"volumeKey":{"s":"absent"}', '"x":{"s":"absent"}'));
    expect(() => decodeItem(text)).to.throw(TypeError, /volumeKey is missing/);
  });
});

describe('reading an item', () => {
  const line = encodeItem(topic, at);
  const hash = itemHash(topic);
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['is not JSON', line.slice(0, -1), /not JSON/],
    ['is no object', '[]', /is not an object/],
    ['is of another version', edited(line, '"v":1', '"v":2'), /\.v is not 1/],
    [
      'is of an unknown kind',
      edited(line, '"kind":"sagemaker.model-package-group"', '"kind":"x"'),
      /kind/,
    ],
    ['has an unknown member', edited(line, '{"account"', '{"a":1,"account"'), /\.a is not known/],
    ['lacks its time', edited(line, `"at":"${at}",`, ''), /\.at is missing/],
    [
      'has a field neither in data nor in state',
      edited(line, '"createdAt":{"s":"absent"},', ''),
      /createdAt is missing/,
    ],
    [
      'has a field in data and in state',
      edited(line, '"data":{', '"data":{"policy":null,'),
      /policy is both/,
    ],
    [
      'has an unknown field in data',
      edited(line, '"data":{', '"data":{"zone":1,'),
      /does not have/,
    ],
    [
      'has an unknown field in state',
      edited(line, '"state":{', '"state":{"__proto__":{"s":"absent"},'),
      /does not have/,
    ],
    [
      'has an unknown state',
      edited(line, '"s":"absent"', '"s":"fine"'),
      /createdAt\.s is not one of/,
    ],
    [
      'has a state that lacks a member',
      edited(line, '"code":"AccessDenied",', ''),
      /policy\.code is missing/,
    ],
    [
      'has a state with a foreign member',
      edited(line, '{"s":"absent"}', '{"s":"absent","value":1}'),
      /createdAt\.value is not known/,
    ],
    ['was changed', edited(line, '"team":"ml"', '"team":"it"'), /does not fit its hash/],
    ['has another hash', edited(line, hash, '0'.repeat(64)), /does not fit its hash/],
    ['has a space', edited(line, '"v":1', '"v": 1'), /canonical/],
    [
      'has a changed time in another form',
      edited(line, at, '2026-11-01 00:00'),
      /\.at is not an ISO/,
    ],
    [
      'has a volatile field in another form',
      edited(line, '"Completed"', '"\\u0043ompleted"'),
      /canonical/,
    ],
    [
      'has members in another order',
      edited(
        line,
        '"data":{"status":"Completed","tags":{"team":"ml"}}',
        '"data":{"tags":{"team":"ml"},"status":"Completed"}',
      ),
      /canonical/,
    ],
  ];
  for (const [what, text, message] of cases)
    it(`fails when the line ${what}`, () => {
      expect(() => decodeItem(text)).to.throw(TypeError, message);
    });
});
