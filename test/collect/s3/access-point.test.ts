import { expect } from 'chai';
import { s3AccessPointCollector } from '../../../src/collect/s3/access-point.ts';
import { sha256 } from '../../../src/model/canonical.ts';
import { absent, present } from '../../../src/model/observed.ts';
import { awsError, collectFrom, type Answers } from '../../support/fake-aws.ts';

const arn = 'arn:aws:s3:eu-west-1:111122223333:accesspoint/door';
const block = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};

const answers: Answers = {
  's3control:ListAccessPoints': {
    AccessPointList: [
      { Name: 'door', NetworkOrigin: 'VPC', Bucket: 'models', AccessPointArn: arn },
    ],
  },
  's3control:GetAccessPoint': {
    Name: 'door',
    Bucket: 'models',
    BucketAccountId: '111122223333',
    NetworkOrigin: 'VPC',
    VpcConfiguration: { VpcId: 'vpc-1' },
    PublicAccessBlockConfiguration: block,
  },
  's3control:GetAccessPointPolicy': { Policy: '{"Statement":[]}' },
  's3control:GetAccessPointPolicyStatus': { PolicyStatus: { IsPublic: false } },
};

const identity = {
  kind: 's3.access-point',
  id: arn,
  name: 'door',
  account: '111122223333',
  region: 'eu-west-1',
};

function collect(changed: Answers = {}) {
  return collectFrom(s3AccessPointCollector, { ...answers, ...changed });
}

describe('s3AccessPointCollector', () => {
  it('reads an access point of a VPC', async () => {
    const { one, universes } = await collect();
    expect(one('s3.access-point')).to.deep.equal({
      ...identity,
      bucket: present('models'),
      bucketAccount: present('111122223333'),
      networkOrigin: present('VPC'),
      vpc: present('vpc-1'),
      publicAccessBlock: present({
        blockPublicAcls: true,
        ignorePublicAcls: true,
        blockPublicPolicy: true,
        restrictPublicBuckets: true,
      }),
      policy: present({ document: { Statement: [] }, sha256: sha256('{"Statement":[]}') }),
      policyStatus: present({ isPublic: false }),
    });
    expect(universes).to.deep.equal([
      { kind: 's3.access-point', region: 'eu-west-1', end: 'complete' },
    ]);
  });

  it('reads one open to the internet without a policy', async () => {
    const { one } = await collect({
      's3control:GetAccessPoint': { NetworkOrigin: 'Internet', Bucket: 'models' },
      's3control:GetAccessPointPolicy': awsError('NoSuchAccessPointPolicy'),
      's3control:GetAccessPointPolicyStatus': awsError('NoSuchAccessPointPolicy'),
    });
    expect(one('s3.access-point')).to.deep.include({
      networkOrigin: present('Internet'),
      vpc: absent,
      policy: absent,
      policyStatus: absent,
    });
    const { bucketAccount, publicAccessBlock } = one('s3.access-point');
    for (const state of [bucketAccount, publicAccessBlock]) {
      expect(state).to.deep.include({ state: 'error', code: 'IncompleteReply' });
    }
  });

  it('writes one that is listed but denied, with what could be read', async () => {
    const { one } = await collect({ 's3control:GetAccessPoint': awsError('AccessDenied') });
    const denied = { state: 'denied', call: 's3control:GetAccessPoint', code: 'AccessDenied' };
    expect(one('s3.access-point')).to.deep.include({
      ...identity,
      bucket: denied,
      bucketAccount: denied,
      networkOrigin: denied,
      vpc: denied,
      publicAccessBlock: denied,
      policyStatus: present({ isPublic: false }),
    });
  });

  it('tells an access point that is gone from one without a policy', async () => {
    const { one } = await collect({
      's3control:GetAccessPointPolicy': awsError('NoSuchAccessPoint'),
    });
    expect(one('s3.access-point').policy).to.deep.include({ state: 'gone' });
  });

  it('does not take a status without IsPublic for "not public"', async () => {
    const { one } = await collect({ 's3control:GetAccessPointPolicyStatus': { PolicyStatus: {} } });
    expect(one('s3.access-point').policyStatus).to.deep.include({
      state: 'error',
      code: 'IncompleteReply',
    });
  });

  it('ends the universe as denied when the second page is', async () => {
    const { of, universes } = await collect({
      's3control:ListAccessPoints': ({ NextToken: token }) =>
        token === undefined
          ? {
              AccessPointList: [{ Name: 'door', NetworkOrigin: 'VPC', Bucket: 'models' }],
              NextToken: 'more',
            }
          : awsError('AccessDenied'),
    });
    expect(of('s3.access-point').map((one) => one.id)).to.deep.equal([arn]);
    expect(universes.map((one) => one.end)).to.deep.equal(['denied']);
  });
});
