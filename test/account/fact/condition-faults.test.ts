import { expect } from 'chai';
import { conditionFaults } from '../../../src/account/fact/condition-faults.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { parseDocument } from '../../../src/policy/parse-policy.ts';

type Conditions = Record<string, Record<string, string | readonly string[]>>;

const subnets = ['subnet-1'];

/** Each fault as `fault key: actions`. */
function faults(
  action: string | readonly string[],
  condition: Conditions,
  more: JsonObject = {},
): readonly string[] {
  const statement = {
    Effect: 'Allow',
    Action: action,
    Resource: '*',
    Condition: condition,
    ...more,
  };
  const { policy } = parseDocument({ Version: '2012-10-17', Statement: [statement as JsonObject] });
  return policy.statements
    .flatMap(conditionFaults)
    .map(({ fault, condition: { key }, actions }) => [`${fault} ${key}`, ...actions].join(' '));
}

describe('Faults of conditions', () => {
  const job = 'sagemaker:CreateTrainingJob';

  it('are ForAllValues on a guard that nothing demands', () => {
    const set = { 'ForAllValues:StringEquals': { 'sagemaker:VpcSubnets': subnets } };
    expect(faults(job, set)).to.deep.equal(['for-all-values sagemaker:VpcSubnets']);
    expect(faults(job, { ...set, Null: { 'sagemaker:VpcSubnets': 'false' } })).to.deep.equal([]);
    expect(
      faults(job, { ...set, 'ForAnyValue:StringLike': { 'sagemaker:vpcsubnets': '*' } }),
    ).to.deep.equal([]);
    expect(
      faults(job, { ...set, Null: { 'sagemaker:VpcSecurityGroupIds': 'false' } }),
    ).to.deep.equal(['for-all-values sagemaker:VpcSubnets']);
  });

  it('are IfExists on a guard, in an Allow', () => {
    const loose = { BoolIfExists: { 'sagemaker:NetworkIsolation': 'true' } };
    expect(faults(job, loose)).to.deep.equal(['if-exists sagemaker:NetworkIsolation']);
    expect(faults(job, loose, { Effect: 'Deny' })).to.deep.equal([]);
    expect(faults(job, { Bool: { 'sagemaker:NetworkIsolation': 'true' } })).to.deep.equal([]);
  });

  it('are not on keys that guard nothing', () => {
    const limits = {
      'ForAllValues:StringLike': {
        'sagemaker:InstanceTypes': ['ml.m5.*'],
        'aws:TagKeys': ['team'],
      },
      NumericLessThanIfExists: { 'sagemaker:MaxRuntimeInSeconds': '3600' },
    };
    expect(faults(job, limits)).to.deep.equal([]);
  });

  it('are IfExists on the service to which a role is passed', () => {
    const loose = { StringEqualsIfExists: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } };
    expect(faults('iam:PassRole', loose)).to.deep.equal(['if-exists iam:PassedToService']);
  });

  it('are keys that the action does not carry', () => {
    const guard = { 'ForAnyValue:StringEquals': { 'sagemaker:VpcSubnets': subnets } };
    expect(
      faults(['sagemaker:CreateTransformJob', job, 'sagemaker:CreateEndpoint'], guard),
    ).to.deep.equal([
      'unsupported sagemaker:VpcSubnets sagemaker:CreateTransformJob sagemaker:CreateEndpoint',
    ]);
    expect(
      faults(
        'sagemaker:CreatePipeline',
        { Null: { 'sagemaker:RootAccess': 'true' } },
        { Effect: 'Deny' },
      ),
    ).to.deep.equal(['unsupported sagemaker:RootAccess sagemaker:CreatePipeline']);
  });

  it('are keys that none of the actions carries that a wildcard means', () => {
    const guard = { StringEquals: { 'sagemaker:RootAccess': 'Disabled' } };
    expect(faults('sagemaker:CreatePresigned*', guard)).to.deep.equal([
      'unsupported sagemaker:RootAccess sagemaker:CreatePresigned*',
    ]);
    expect(faults(['sagemaker:Create*', 'sagemaker:*', '*'], guard)).to.deep.equal([]);
  });

  it('are deprecated keys', () => {
    const guard = { Null: { 'sagemaker:VolumeKmsKey': 'false' } };
    expect(faults(job, guard)).to.deep.equal(['deprecated sagemaker:VolumeKmsKey']);
  });

  it('are not looked for in statements about other services', () => {
    const loose = { StringEqualsIfExists: { 's3:VersionId': '1' } };
    expect(faults('s3:PutObject', loose)).to.deep.equal([]);
  });

  it('are not on global keys and tags that the action carries', () => {
    const tags = {
      StringEquals: { 'aws:RequestTag/team': 'fraud', 'aws:RequestedRegion': 'eu-west-1' },
    };
    expect(faults(job, tags)).to.deep.equal([]);
  });
});
