import { expect } from 'chai';
import type { JsonObject } from '../../../src/model/json.ts';
import { present } from '../../../src/model/observed.ts';
import { accountId, build } from '../../support/build.ts';
import { policyOf } from '../../support/policy.ts';
import {
  about,
  accountWith,
  iam,
  models,
  partner,
  readModels,
  roleNamed,
  when,
  whoCan,
} from '../../support/reach-world.ts';

// The way through an access point, whose policy and whose bucket's both have to let the caller in.

const point = `arn:aws:s3:eu-west-1:${accountId}:accesspoint/partners`;
const anyOfPartner = `can any principal of account ${partner}`;

function pointFor(...statements: readonly JsonObject[]) {
  return build(
    's3.access-point',
    { bucket: present('models'), policy: present(policyOf(...statements)) },
    { id: point, name: 'partners' },
  );
}

const open = pointFor(
  about('Allow', { Principal: { AWS: partner }, Resource: `${point}/object/*` }),
);
const delegates = {
  Principal: '*',
  ...when('StringEquals', 's3:DataAccessPointAccount', accountId),
};

function ask(resource: string) {
  return { ...readModels, resource: `arn:aws:s3:::${resource}` };
}

describe('Who can, through an access point', () => {
  it('is whoever gets to an object, of those asked for, that the bucket leaves to it', () => {
    const some = about('Allow', { ...delegates, Resource: 'arn:aws:s3:::models/ab/*' });
    const account = accountWith(models([some]), open);
    expect(whoCan(account, ask('models/a*'))).to.deep.equal([anyOfPartner]);
    expect(whoCan(account, ask('models/b*'))).to.deep.equal([]);
  });

  it('is whoever gets to one object although the bucket keeps him from another', () => {
    const not = about('Deny', { Principal: '*', Resource: 'arn:aws:s3:::models/a' });
    const account = accountWith(models([about('Allow', delegates), not]), open);
    expect(whoCan(account, ask('models/a*'))).to.deep.equal([anyOfPartner]);
    expect(whoCan(account, ask('models/a'))).to.deep.equal([]);
  });

  it('is nobody where the bucket does not leave access to its access points', () => {
    expect(whoCan(accountWith(models(), open))).to.deep.equal([]);
    const denied = about('Deny', {
      Principal: '*',
      ...when('Null', 's3:DataAccessPointArn', 'false'),
    });
    expect(whoCan(accountWith(models([about('Allow', delegates), denied]), open))).to.deep.equal(
      [],
    );
  });

  it('reaches every object that a pattern over buckets fits', () => {
    const deep = pointFor(
      about('Allow', { Principal: { AWS: partner }, Resource: `${point}/object/a/x` }),
    );
    const account = accountWith(models([about('Allow', delegates)]), deep);
    expect(whoCan(account, ask('mod*/x'))).to.deep.equal([anyOfPartner]);
    expect(whoCan(account, ask('mod*/y'))).to.deep.equal([]);
  });

  it('needs of a role no more than its own policies', () => {
    const own = roleNamed('train', [about('Allow', { Resource: `${point}/object/*` })]);
    expect(whoCan(accountWith(models(), pointFor(), own))).to.deep.equal([`can ${iam}:role/train`]);
  });
});
