import { expect as plainExpect } from 'chai';
import { openAccount } from '../../src/account/open-account.ts';
import { undeclared } from '../../src/model/inputs.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { notCollected, present } from '../../src/model/observed.ts';
import type { Resource } from '../../src/model/resource.ts';
import { anyone, outsiders, users } from '../../src/rule/access-words.ts';
import { account, expect } from '../../src/rule/suite-context.ts';
import { enterSuite } from '../../src/rule/suite-place.ts';
import { refuseUnfinished } from '../../src/rule/unfinished.ts';
import { isUnknownError } from '../../src/rule/unknown-error.ts';
import { accountId, build, snapshotOf } from '../support/build.ts';
import { blockOf, bucket, s3Account } from '../support/bucket.ts';
import { namedPolicy, policyOf } from '../support/policy.ts';

const allow = (Action: string, Resource: string, more: JsonObject = {}): JsonObject => ({
  ...{ Sid: 'Grant', Effect: 'Allow', Action, Resource, ...more },
});

function role(name: string, ...statements: readonly JsonObject[]) {
  const inlinePolicies = present([namedPolicy('own', ...statements)]);
  const id = `arn:aws:iam::${accountId}:role/${name}`;
  return build('iam.role', { inlinePolicies }, { id, name });
}

const off = { ownership: present('BucketOwnerEnforced') };
const world = [
  build('organizations.account'),
  s3Account(blockOf(false)),
  role('reader', allow('s3:GetObject', 'arn:aws:s3:::models/a/*')),
  build(
    'iam.role',
    { inlinePolicies: notCollected('denied') },
    { id: `arn:aws:iam::${accountId}:role/dark`, name: 'dark' },
  ),
  bucket(off),
  bucket(
    {
      ...off,
      policy: present(policyOf(allow('s3:GetObject', 'arn:aws:s3:::open/*', { Principal: '*' }))),
    },
    'open',
  ),
] as unknown as readonly Resource[];

describe('Matchers about access', () => {
  let leave = (): void => undefined;
  before(() => {
    leave = enterSuite(openAccount(snapshotOf(world), undeclared));
  });
  after(() => {
    leave();
  });

  /** What the assertion throws, if anything. */
  function thrown(assertion: () => void): Error | undefined {
    try {
      assertion();
    } catch (error) {
      return error as Error;
    }
    return undefined;
  }

  it('hold of a role that can do no such thing anywhere', () => {
    const reader = account.role('reader');
    expect(reader).to.be.unable.to('s3:DeleteObject', 's3:PutObject').on(account.bucket('models'));
    expect(reader).to.be.unable.to('s3:GetObject').on('s3://models/b/*');
    expect(reader).to.only.be.able.to('s3:Get*').on('s3://models/*', account.bucket('models'));
    expect(reader).to.not.be.unable.to('s3:GetObject').on('s3://models/*');
    refuseUnfinished();
  });

  it('fail with the statement and a request that is allowed', () => {
    const error = thrown(() => {
      expect(account.role('reader')).to.be.unable.to('s3:GetObject').on('s3://models/*');
    });
    plainExpect(error?.message).to.equal(
      `expected reader to be unable to s3:GetObject on s3://models/*, but arn:aws:iam::${accountId}:role/reader can s3:GetObject on arn:aws:s3:::models/* (Grant of inline policy own of reader); allowed is e.g. arn:aws:s3:::models/a/x`,
    );
    const more = thrown(() => {
      expect(account.role('reader')).to.only.be.able.to('s3:PutObject').on('s3://models/a/*');
    });
    plainExpect(more?.message).to.match(/can s3:GetObject on/);
  });

  it('tell who is let in to a resource', () => {
    expect(account.bucket('models'))
      .to.be.unreachable.by(anyone, outsiders, users)
      .for('s3:PutObject');
    const error = thrown(() => {
      expect(account.bucket('open')).to.be.unreachable.by(anyone).for('s3:GetObject');
    });
    plainExpect(error?.message).to.match(
      /^expected open to be unreachable by anyone .*anonymous can s3:GetObject/,
    );
    const named = thrown(() => {
      expect(account.bucket('models')).to.be.unreachable.by('role/reader').for('s3:GetObject');
    });
    plainExpect(named?.message).to.match(/role\/reader can s3:GetObject/);
  });

  it('cannot tell of a role whose policies were not read, negated or not', () => {
    const dark = account.role('dark');
    for (const assertion of [
      () => {
        expect(dark).to.be.unable.to('s3:GetObject').on('s3://models/*');
      },
      () => {
        expect(dark).to.not.be.unable.to('s3:GetObject').on('s3://models/*');
      },
      () => {
        expect(dark).to.only.be.able.to('s3:GetObject').on('s3://models/*');
      },
      () => {
        expect(account.bucket('models')).to.be.unreachable.by('role/dark').for('s3:GetObject');
      },
    ]) {
      plainExpect(isUnknownError(thrown(assertion))).to.equal(true);
    }
  });

  it('refuse a pattern that fits nothing, of which everything holds', () => {
    for (const assertion of [
      () => {
        expect(account.role('reader')).to.be.unable.to('s3:GetObject').on('s3://model-*/*');
      },
      () => {
        expect(account.role('reader')).to.only.be.able.to('s3:Put*').on('s3://model-*/*');
      },
    ]) {
      plainExpect(assertion).to.throw(/nothing in the snapshot fits arn:aws:s3:::model-/);
    }
    refuseUnfinished();
  });

  it('refuse a chain without an end, and one that asks for nothing', () => {
    void expect(account.role('reader')).to.be.unable.to('s3:GetObject');
    plainExpect(() => {
      refuseUnfinished();
    }).to.throw(/asserts nothing/);
    refuseUnfinished();
    plainExpect(() => {
      expect(account.role('reader')).to.be.unable.to().on('s3://models/*');
    }).to.throw(TypeError);
    plainExpect(() => {
      expect(account.bucket('models')).to.be.unable.to('s3:GetObject').on('*');
    }).to.throw(/is about iam.role, iam.user/);
  });
});
