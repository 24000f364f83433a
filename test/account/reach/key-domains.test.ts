import { expect } from 'chai';
import { notCollected, present } from '../../../src/model/observed.ts';
import { accountId, build } from '../../support/build.ts';
import { keyArn } from '../../support/key.ts';
import {
  about,
  accountWith,
  byKey,
  delegation,
  iam,
  keyWith,
  models,
  partner,
  readModels,
  roleNamed,
  trustOf,
  when,
  whoCan,
} from '../../support/reach-world.ts';

// What requests can carry: a witness has nothing that its caller cannot have, and nobody is left out
// for what he may well have.

const train = `can ${iam}:role/train`;
const everyone = { Principal: '*' };
const decrypt = { action: 'kms:Decrypt', resource: keyArn() };
const byService = trustOf({ Service: 'sagemaker.amazonaws.com' });
const byPeople = trustOf({ AWS: `${iam}:root` });

function use(more: object = {}) {
  return { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*', ...more };
}

describe('What requests can carry', () => {
  it('is a tag of the caller that a condition compares with one of the resource', () => {
    const sameTeam = when('StringEquals', 'aws:ResourceTag/team', '${aws:PrincipalTag/team}');
    const key = keyWith([use({ ...everyone, ...sameTeam })], { tags: present({ team: 'nlp' }) });
    const account = accountWith(
      key,
      roleNamed('train', [], { tags: present({ team: 'nlp' }), trustPolicy: byService }),
      roleNamed('other', [], { tags: present({ team: 'fraud' }), trustPolicy: byService }),
    );
    expect(whoCan(account, decrypt)).to.deep.equal(['can any principal of any AWS account', train]);
  });

  it('is a tag of the resource that nobody chooses: where it was not read, nothing is certain', () => {
    const tagged = when('StringEquals', 'aws:ResourceTag/team', 'nlp');
    const toTrain = { Principal: { AWS: `${iam}:role/train` } };
    const train = roleNamed('train', [], { trustPolicy: byService });
    const answers = [notCollected('denied'), present({ team: 'fraud' }), present({ team: 'nlp' })]
      .map((tags) => keyWith([use({ ...toTrain, ...tagged })], { tags }))
      .map((key) => whoCan(accountWith(key, train), decrypt));
    expect(answers).to.deep.equal([[`may ${iam}:role/train`], [], [`can ${iam}:role/train`]]);
  });

  it('is the organisation of the account: where it was not read, nothing is certain', () => {
    const ours = when('StringEquals', 'aws:PrincipalOrgID', 'o-ours');
    const train = roleNamed('train', [about('Allow', ours)], { trustPolicy: byService });
    const unread = build('organizations.account', { organization: notCollected('denied') });
    expect(whoCan(accountWith(models(), train, unread))).to.deep.equal([`may ${iam}:role/train`]);
  });

  it('is a session name of a role, after its id', () => {
    const own = { Resource: 'arn:aws:s3:::models/${aws:userid}/*' };
    const fields = { uniqueId: present('AROATRAIN'), trustPolicy: byService };
    const account = accountWith(models(), roleNamed('train', [about('Allow', own)], fields));
    const [pair] = account.reach('role/train', readModels).pairs;
    expect(String(pair.witness?.context['aws:userid'])).to.match(/^AROATRAIN:../);
  });

  it('is a source identity only where the trust policy lets one be set', () => {
    const asAda = about('Allow', when('StringEquals', 'aws:SourceIdentity', 'ada'));
    const named = trustOf({ AWS: `${iam}:root` }, { Action: ['sts:AssumeRole', 'sts:Set*'] });
    const roles = [byPeople, named].map((trustPolicy, index) =>
      roleNamed(['train', 'named'][index] ?? '', [asAda], { trustPolicy }),
    );
    expect(whoCan(accountWith(models(), ...roles))).to.deep.equal([`can ${iam}:role/named`]);
  });

  it('is MFA only where a person can enter', () => {
    const withMfa = about('Allow', when('Bool', 'aws:MultiFactorAuthPresent', 'true'));
    const roles = [byService, byPeople].map((trustPolicy, index) =>
      roleNamed(['job', 'train'][index] ?? '', [withMfa], { trustPolicy }),
    );
    expect(whoCan(accountWith(models(), ...roles))).to.deep.equal([train]);
  });

  it('is no call through a service for whoever has no permissions in IAM', () => {
    const via = { ...everyone, ...when('Bool', 'aws:ViaAWSService', 'true') };
    const account = accountWith(models([about('Allow', via)]), roleNamed('train', []));
    expect(whoCan(account)).to.deep.equal(['can any principal of any AWS account', train]);
  });

  it('is uncertain where the trust policy limits session tags', () => {
    const limited = { Action: ['sts:AssumeRole', 'sts:TagSession'] };
    const toNlp = when('StringEquals', 'aws:RequestTag/team', 'nlp');
    const trustPolicy = trustOf({ AWS: `${iam}:root` }, { ...limited, ...toNlp });
    const ofFraud = about('Allow', when('StringEquals', 'aws:PrincipalTag/team', 'fraud'));
    const account = accountWith(models(), roleNamed('train', [ofFraud], { trustPolicy }));
    expect(whoCan(account)).to.deep.equal([`may ${iam}:role/train`]);
  });

  it('is another session tag than the one that a Deny names', () => {
    const trustPolicy = trustOf(
      { AWS: `${iam}:root` },
      { Action: ['sts:AssumeRole', 'sts:TagSession'] },
    );
    const notProd = about('Deny', when('StringEquals', 'aws:PrincipalTag/env', 'prod'));
    const fields = { trustPolicy, tags: present({ env: 'prod' }) };
    const role = roleNamed('train', [about('Allow'), notProd], fields);
    expect(whoCan(accountWith(models(), role))).to.deep.equal([train]);
  });

  it('is not known of the network where S3 asks for the key', () => {
    const fromVpc = when('StringEquals', 'aws:SourceVpce', 'vpce-1');
    const account = accountWith(
      models([], { encryption: byKey }),
      keyWith([use({ Principal: { AWS: `${iam}:role/train` }, ...fromVpc })]),
      roleNamed('train', [about('Allow')]),
    );
    expect(whoCan(account)).to.deep.equal([`may ${iam}:role/train`]);
    expect(whoCan(account, decrypt)).to.deep.equal([train]);
  });

  it('is not what another caller with the same rights carries', () => {
    const anyFraud = about('Allow', when('StringLike', 'aws:PrincipalTag/team', 'fraud*'));
    const fraud1 = when('StringEquals', 'aws:PrincipalTag/team', 'fraud1');
    const role = (name: string, team: string) =>
      roleNamed(name, [anyFraud, use()], { tags: present({ team }), trustPolicy: byService });
    const account = accountWith(
      models([], { encryption: byKey }),
      keyWith([{ ...delegation, ...fraud1 }]),
      role('train', 'fraud1'),
      role('other', 'fraud2'),
    );
    expect(whoCan(account)).to.deep.equal([train]);
  });

  it('is the object in its bucket where it is read through an access point', () => {
    const point = `arn:aws:s3:eu-west-1:${accountId}:accesspoint/partners`;
    const policy = about('Allow', { ...everyone, Resource: `${point}/object/*` });
    const viaPoint = when('StringEquals', 's3:DataAccessPointAccount', accountId);
    const objects = when('StringLike', 'kms:EncryptionContext:aws:s3:arn', 'arn:aws:s3:::models/*');
    const document = { Version: '2012-10-17', Statement: [policy] };
    const account = accountWith(
      models([about('Allow', { ...everyone, ...viaPoint })], { encryption: byKey }),
      keyWith([use({ Principal: { AWS: partner }, ...objects })]),
      build(
        's3.access-point',
        { bucket: present('models'), policy: present({ document, sha256: '' }) },
        { id: point, name: 'partners' },
      ),
    );
    expect(whoCan(account)).to.deep.equal([`can any principal of account ${partner}`]);
  });

  it('is nothing for a policy variable without a value: such a statement is about nothing', () => {
    const own = { Resource: 'arn:aws:s3:::models/${aws:PrincipalTag/team}/*' };
    const fields = { trustPolicy: byService };
    const account = accountWith(models(), roleNamed('train', [about('Allow', own)], fields));
    expect(whoCan(account)).to.deep.equal([]);
    const fallback = { Resource: "arn:aws:s3:::models/${aws:PrincipalTag/team, 'all'}/*" };
    const other = accountWith(models(), roleNamed('train', [about('Allow', fallback)], fields));
    expect(whoCan(other)).to.deep.equal([train]);
  });

  it('goes on to the key without what belongs to the way of the first call', () => {
    const overTls = when('Bool', 'aws:SecureTransport', 'true');
    const account = accountWith(
      models([about('Deny', { ...everyone, ...overTls })], { encryption: byKey }),
      keyWith([{ ...delegation, ...overTls }]),
      roleNamed('train', [about('Allow'), use()]),
    );
    expect(whoCan(account)).to.deep.equal([train]);
  });
});
