import { AssertionError, expect as plainExpect } from 'chai';
import { openAccount } from '../../src/account/open-account.ts';
import { undeclared } from '../../src/model/inputs.ts';
import { absent, present, type Unread } from '../../src/model/observed.ts';
import { kinds, type Resource } from '../../src/model/resource.ts';
import { account, expect } from '../../src/rule/suite-context.ts';
import { enterSuite } from '../../src/rule/suite-place.ts';
import { isUnknownError } from '../../src/rule/unknown-error.ts';
import { accountId, build, completeUniverse, region, snapshotOf } from '../support/build.ts';

const denied: Unread = { state: 'denied', call: 'service:Call', code: 'AccessDenied' };
const bucketArn = 'arn:aws:s3:::models';
const keyArn = `arn:aws:kms:${region}:${accountId}:key/k-1`;
const otherArn = `arn:aws:kms:${region}:${accountId}:key/k-2`;

const noBlock = {
  blockPublicAcls: false,
  ignorePublicAcls: false,
  blockPublicPolicy: false,
  restrictPublicBuckets: false,
};
const fullBlock = {
  blockPublicAcls: true,
  ignorePublicAcls: true,
  blockPublicPolicy: true,
  restrictPublicBuckets: true,
};

function policy(...Statement: readonly object[]) {
  const document = { Version: '2012-10-17', Statement } as never;
  return present({ document, sha256: '0'.repeat(64) });
}

const openPolicy = policy({
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: `${bucketArn}/*`,
});
const httpsPolicy = policy({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [bucketArn, `${bucketArn}/*`],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});
const oddPolicy = policy({
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${accountId}:root` },
  Acton: 's3:GetObject',
  Resource: '*',
});

type Bucket = Partial<Resource<'s3.bucket'>>;

function bucket(fields: Bucket = {}) {
  return build(
    's3.bucket',
    { ownership: present('BucketOwnerEnforced'), publicAccessBlock: present(noBlock), ...fields },
    { name: 'models', id: bucketArn },
  );
}

const acl = (grantee: string) =>
  present({ owner: 'o', grants: [{ grantee, type: 'Group', permission: 'READ' }] });
const everybody = 'http://acs.amazonaws.com/groups/global/AllUsers';
const isPublic = present({ isPublic: true });
const notPublic = present({ isPublic: false });

const notebook = (fields: Partial<Resource<'sagemaker.notebook-instance'>>) =>
  build('sagemaker.notebook-instance', fields);
const job = (fields: Partial<Resource<'sagemaker.training-job'>>) =>
  build('sagemaker.training-job', fields);
const role = (fields: Partial<Resource<'iam.role'>>) => build('iam.role', fields);

function key(id: string, aliases: readonly string[]) {
  return build('kms.key', { aliases: present(aliases) }, { id, name: id });
}

type Check = (value: unknown) => { readonly to: () => unknown; readonly not: () => unknown };

const check = {
  public: (value) => ({
    to: () => expect(value).to.be.public,
    not: () => expect(value).to.not.be.public,
  }),
  versioned: (value) => ({
    to: () => expect(value).to.be.versioned,
    not: () => expect(value).to.not.be.versioned,
  }),
  refusePlainHttp: (value) => ({
    to: () => expect(value).to.refusePlainHttp,
    not: () => expect(value).to.not.refusePlainHttp,
  }),
  directInternet: (value) => ({
    to: () => expect(value).to.have.directInternet,
    not: () => expect(value).to.not.have.directInternet,
  }),
  isolated: (value) => ({
    to: () => expect(value).to.be.isolated,
    not: () => expect(value).to.not.be.isolated,
  }),
  inVpc: (value) => ({
    to: () => expect(value).to.be.inVpc,
    not: () => expect(value).to.not.be.inVpc,
  }),
  encryptedWith: (value) => ({
    to: () => expect(value).to.be.encryptedWith('alias/models'),
    not: () => expect(value).to.not.be.encryptedWith('alias/models'),
  }),
  haveBoundary: (value) => ({
    to: () => expect(value).to.haveBoundary('arn:b'),
    not: () => expect(value).to.not.haveBoundary('arn:b'),
  }),
} satisfies Record<string, Check>;

/** What a form of a matcher says: nothing, an assertion that does not hold, or that it cannot tell. */
function said(form: () => unknown): string {
  try {
    form();
    return 'holds';
  } catch (error) {
    if (error instanceof AssertionError) return 'fails';
    return isUnknownError(error) ? 'unknown' : String(error);
  }
}

const table: readonly [keyof typeof check, string, 'yes' | 'no' | 'unknown', unknown][] = [
  ['public', 'a bucket that nobody may read', 'no', bucket()],
  [
    'public',
    'a policy for everybody',
    'yes',
    bucket({ policy: openPolicy, policyStatus: isPublic }),
  ],
  [
    'public',
    'a policy for everybody that AWS calls public and restricts',
    'no',
    bucket({ policy: openPolicy, policyStatus: isPublic, publicAccessBlock: present(fullBlock) }),
  ],
  [
    'public',
    'a policy that AWS alone calls public',
    'yes',
    bucket({ policy: httpsPolicy, policyStatus: isPublic }),
  ],
  [
    'public',
    'a policy that is not understood',
    'unknown',
    bucket({ policy: oddPolicy, policyStatus: notPublic }),
  ],
  ['public', 'an ACL for everybody', 'yes', bucket({ ownership: absent, acl: acl(everybody) })],
  [
    'public',
    'an ACL for everybody that is ignored',
    'no',
    bucket({ ownership: absent, acl: acl(everybody), publicAccessBlock: present(fullBlock) }),
  ],
  ['public', 'an ACL for an account', 'no', bucket({ ownership: absent, acl: acl('canonical') })],
  ['public', 'no ACL although ACLs count', 'unknown', bucket({ ownership: absent })],
  ['public', 'an unread policy', 'unknown', bucket({ policy: denied })],
  ['public', 'an unread policy status', 'unknown', bucket({ policyStatus: denied })],
  ['public', 'an unread ACL', 'unknown', bucket({ ownership: absent, acl: denied })],
  ['public', 'an unread ownership', 'unknown', bucket({ ownership: denied })],
  ['public', 'an unread block', 'unknown', bucket({ publicAccessBlock: denied })],
  [
    'versioned',
    'enabled',
    'yes',
    bucket({ versioning: present({ status: 'Enabled', mfaDelete: false }) }),
  ],
  [
    'versioned',
    'suspended',
    'no',
    bucket({ versioning: present({ status: 'Suspended', mfaDelete: false }) }),
  ],
  ['versioned', 'never enabled', 'no', bucket()],
  ['versioned', 'unread', 'unknown', bucket({ versioning: denied })],
  ['refusePlainHttp', 'a Deny', 'yes', bucket({ policy: httpsPolicy })],
  ['refusePlainHttp', 'another policy', 'no', bucket({ policy: openPolicy })],
  ['refusePlainHttp', 'no policy', 'no', bucket()],
  ['refusePlainHttp', 'a policy that is not understood', 'unknown', bucket({ policy: oddPolicy })],
  ['refusePlainHttp', 'unread', 'unknown', bucket({ policy: denied })],
  ['directInternet', 'Enabled', 'yes', notebook({ directInternetAccess: present('Enabled') })],
  ['directInternet', 'Disabled', 'no', notebook({ directInternetAccess: present('Disabled') })],
  ['directInternet', 'nothing', 'unknown', notebook({})],
  ['directInternet', 'unread', 'unknown', notebook({ directInternetAccess: denied })],
  ['isolated', 'isolation', 'yes', job({ networkIsolation: present(true) })],
  ['isolated', 'no isolation', 'no', job({ networkIsolation: present(false) })],
  ['isolated', 'nothing', 'no', job({})],
  ['isolated', 'unread', 'unknown', job({ networkIsolation: denied })],
  ['inVpc', 'subnets', 'yes', job({ vpc: present({ subnets: ['s'], securityGroups: [] }) })],
  ['inVpc', 'no subnets', 'no', job({ vpc: present({ subnets: [], securityGroups: [] }) })],
  ['inVpc', 'no VPC', 'no', job({})],
  ['inVpc', 'unread', 'unknown', job({ vpc: denied })],
  ['inVpc', 'a notebook in a subnet', 'yes', notebook({ subnet: present('s') })],
  ['inVpc', 'a notebook in none', 'no', notebook({})],
  ['inVpc', 'a notebook unread', 'unknown', notebook({ subnet: denied })],
  [
    'encryptedWith',
    'all keys this one',
    'yes',
    job({ volumeKey: present('k-1'), outputKey: present(keyArn) }),
  ],
  ['encryptedWith', 'one of two keys', 'no', job({ volumeKey: present('k-1'), outputKey: absent })],
  [
    'encryptedWith',
    'another key',
    'no',
    job({ volumeKey: present('k-1'), outputKey: present(otherArn) }),
  ],
  [
    'encryptedWith',
    'a key unread',
    'unknown',
    job({ volumeKey: present('k-1'), outputKey: denied }),
  ],
  [
    'encryptedWith',
    'a key of another account',
    'unknown',
    job({
      volumeKey: present('k-1'),
      outputKey: present(`arn:aws:kms:${region}:999999999999:key/x`),
    }),
  ],
  [
    'encryptedWith',
    'a bucket with it',
    'yes',
    bucket({ encryption: present({ algorithm: 'aws:kms', key: keyArn, bucketKey: true }) }),
  ],
  [
    'encryptedWith',
    'a bucket with the key of AWS',
    'no',
    bucket({ encryption: present({ algorithm: 'AES256', key: null, bucketKey: false }) }),
  ],
  ['encryptedWith', 'a bucket unread', 'unknown', bucket({ encryption: denied })],
  ['haveBoundary', 'it', 'yes', role({ permissionsBoundary: present('arn:b') })],
  ['haveBoundary', 'another', 'no', role({ permissionsBoundary: present('arn:c') })],
  ['haveBoundary', 'none', 'no', role({})],
  ['haveBoundary', 'unread', 'unknown', role({ permissionsBoundary: denied })],
];

const forms = {
  yes: ['holds', 'fails'],
  no: ['fails', 'holds'],
  unknown: ['unknown', 'unknown'],
} as const;

/** The account in which the matchers are asked. */
function enter(block: Resource<'s3.account'>['publicAccessBlock'] = absent): () => void {
  const resources = [
    key(keyArn, ['alias/models']),
    key(otherArn, []),
    build('s3.account', { publicAccessBlock: block }),
    build('sagemaker.model', {}, { name: 'twin', region: 'eu-west-1', id: 'arn:twin-1' }),
    build('sagemaker.model', {}, { name: 'twin', region: 'us-east-1', id: 'arn:twin-2' }),
  ];
  const universes = kinds
    .filter((kind) => kind !== 'iam.user')
    .map((kind) => completeUniverse(kind));
  return enterSuite(openAccount(snapshotOf(resources, universes), undeclared));
}

describe('the matchers for hand-written tests', () => {
  let leave = (): void => undefined;
  beforeEach(() => {
    leave = enter();
  });
  afterEach(() => {
    leave();
  });

  for (const [name, what, holds, value] of table) {
    it(`${name}: ${holds} for ${what}`, () => {
      const { to, not } = check[name](value);
      plainExpect([said(to), said(not)]).to.deep.equal(forms[holds]);
    });
  }

  it('cannot tell whether a bucket is public while the account-wide block was not read', () => {
    leave();
    leave = enter(denied);
    const { to, not } = check.public(bucket());
    plainExpect([said(to), said(not)]).to.deep.equal(forms.unknown);
  });

  for (const [name, asked] of Object.entries(check)) {
    it(`${name}: holds of nothing that is no such resource, negated or not`, () => {
      for (const value of [undefined, 'models', {}, build('iam.group'), [bucket()]]) {
        const { to, not } = asked(value);
        plainExpect(said(to)).to.match(/^TypeError: /);
        plainExpect(said(not)).to.match(/^TypeError: /);
      }
    });
  }

  it('refuse a misspelt name, and a key or policy that is no text', () => {
    const any = expect(bucket()).to.be as unknown as Record<
      string,
      (argument?: unknown) => unknown
    >;
    plainExpect(() => any['publik']).to.throw('Invalid Chai property: publik');
    plainExpect(() => any['encryptedWith']?.()).to.throw(TypeError, 'encryptedWith takes a text');
  });

  it('fail for a key that does not exist, negated too', () => {
    const unencrypted = job({});
    plainExpect(said(() => expect(unencrypted).to.not.be.encryptedWith('alias/modles'))).to.equal(
      'fails',
    );
  });

  it('say what was expected and what there is', () => {
    plainExpect(
      () => expect(bucket({ policy: openPolicy, policyStatus: isPublic })).to.not.be.public,
    ).to.throw(
      AssertionError,
      'expected models to not be public, but Allow for everybody without a condition that binds',
    );
    plainExpect(() => expect(role({})).to.haveBoundary('arn:b')).to.throw(
      AssertionError,
      'expected example to have the permissions boundary arn:b, but no permissions boundary',
    );
  });
});

describe('the account of hand-written tests', () => {
  let leave = (): void => undefined;
  beforeEach(() => {
    leave = enter();
  });
  afterEach(() => {
    leave();
  });

  it('finds resources by name or ARN, and asks for the region of namesakes', () => {
    plainExpect(account.model('arn:twin-2').region).to.equal('us-east-1');
    plainExpect(account.model('twin', 'eu-west-1').id).to.equal('arn:twin-1');
    plainExpect(() => account.model('twin')).to.throw(TypeError, '(eu-west-1, us-east-1)');
    plainExpect(account.key('alias/models', region).id).to.equal(keyArn);
    plainExpect(account.id).to.equal(accountId);
    plainExpect(account.all('sagemaker.model')).to.have.length(2);
  });

  it('fails for a name that a complete list does not have', () => {
    plainExpect(() => account.bucket('models')).to.throw(AssertionError, 'there is none');
    plainExpect(() => account.model('twim')).to.throw(AssertionError, 'did you mean "twin"?');
    plainExpect(() => account.key('alias/x', region)).to.throw(AssertionError, 'there is none');
  });

  it('cannot tell for a list that is not complete', () => {
    plainExpect(said(() => account.user('anna'))).to.equal('unknown');
    plainExpect(said(() => account.all('iam.user'))).to.equal('unknown');
    plainExpect(said(() => account.key('alias/x', 'us-east-1'))).to.equal('unknown');
  });

  it('is there only while tests run', () => {
    leave();
    plainExpect(() => account.id).to.throw('only while leastwise runs the tests');
  });
});
