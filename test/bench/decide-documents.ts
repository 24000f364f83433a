import type { Layer } from '../../src/decide/policy-set.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { Scene } from './decide-cases.ts';

// The policies of the cases: what accounts have in them, and one statement that decides.

export function documentOf(statements: readonly JsonObject[]): JsonObject {
  return { Version: '2012-10-17', Statement: statements };
}

/** What roles for training have beside; none of it is ever asked for. */
export const everyday: readonly JsonObject[] = [
  {
    Sid: 'Train',
    Effect: 'Allow',
    Action: ['sagemaker:CreateTrainingJob', 'sagemaker:Describe*', 'sagemaker:List*'],
    Resource: 'arn:aws:sagemaker:eu-west-1:111122223333:*/blue-*',
    Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team', 'project'] } },
  },
  {
    Sid: 'Logs',
    Effect: 'Allow',
    Action: ['logs:CreateLogStream', 'logs:PutLogEvents', 'cloudwatch:PutMetricData'],
    Resource: ['arn:aws:logs:*:111122223333:log-group:/aws/sagemaker/*'],
  },
];

/** The statements of the document that a case has in this layer. */
export function statementsOf(scene: Scene, layer: Layer): readonly JsonObject[] {
  const principal = takesPrincipal(layer) ? { Principal: '*' } : {};
  const own = { ...principal, ...resourceOf(scene, layer) };
  const guards = [insecure, otherRegion, otherOrganisation].map((one) => ({ ...own, ...one }));
  return [
    ...(layer === 'identity' ? everyday : []),
    ...(layer === 'session' || layer === 'endpoint' ? [] : guards),
    ...allowOf(scene, layer).map((one) => ({ ...own, ...one })),
    ...(layer === scene.deciding ? decidingOf(scene).map((one) => ({ ...own, ...one })) : []),
  ];
}

function takesPrincipal(layer: Layer): boolean {
  return layer === 'resource' || layer === 'rcp' || layer === 'endpoint';
}

/** Trust policies have no resource. */
function resourceOf({ service, resource }: Scene, layer: Layer): JsonObject {
  if (layer === 'scp' || layer === 'rcp' || layer === 'boundary') return { Resource: '*' };
  if (layer !== 'resource') return { Resource: [resource.replace('blue', ownTeam), otherResource] };
  if (service === 'sts') return {};
  return { Resource: service === 's3' ? resource.replace(/\/.*/, '/*') : '*' };
}

const ownTeam = "${aws:PrincipalTag/team, 'blue'}";
const otherResource = 'arn:aws:s3:::shared-models/*/model-?.tar.gz';

const insecure: JsonObject = {
  Sid: 'Insecure',
  Effect: 'Deny',
  Action: ['s3:*', 'kms:*', 'sts:*'],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};

const otherRegion: JsonObject = {
  Sid: 'OtherRegion',
  Effect: 'Deny',
  Action: ['s3:*', 'kms:Decrypt', 'kms:Encrypt', 'sts:AssumeRole*'],
  Condition: {
    StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] },
    ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/break-glass-*' },
  },
};

const otherOrganisation: JsonObject = {
  Sid: 'OtherOrganisation',
  Effect: 'Deny',
  Action: ['s3:Get*', 's3:List*', 'kms:*', 'sts:AssumeRole'],
  Condition: {
    StringNotEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' },
    Null: { 'aws:PrincipalOrgID': 'false' },
  },
};

/** Of the layers that grant, and those that narrow what is granted. */
function allowOf(scene: Scene, layer: Layer): readonly JsonObject[] {
  const { action, outcome, service } = scene;
  const missed = outcome === 'implicitly-denied';
  const Condition = conditionOf(scene, missed ? '192.0.2.0/24' : '10.0.0.0/8');
  const Action = [action, `${service}:List*`];
  switch (layer) {
    case 'identity':
      return [{ Sid: 'Use', Effect: 'Allow', Action, Condition }];
    case 'resource':
      return [{ Sid: 'Let', Effect: 'Allow', Action, Condition, Principal: principalOf(scene) }];
    case 'boundary':
      return [{ Sid: 'Bound', Effect: 'Allow', NotAction: ['iam:*', 'organizations:*'] }];
    case 'session':
    case 'endpoint':
      return [{ Sid: 'Within', Effect: 'Allow', Action: `${service}:*` }];
    case 'scp':
    case 'rcp':
      return [];
  }
}

function conditionOf({ number, service }: Scene, addresses: string): JsonObject {
  const ofService = {
    s3: { DateLessThan: { 'aws:CurrentTime': '2027-01-01T00:00:00Z' } },
    kms: { StringEquals: { 'kms:EncryptionContext:team': ownTeam } },
    sts: { StringLike: { 'sts:ExternalId': [`job-${number}`, 'nightly-*'] } },
  }[service];
  return { IpAddress: { 'aws:SourceIp': [addresses, '203.0.113.0/24'] }, ...ofService };
}

function principalOf({ number, caller }: Scene): JsonObject | string {
  if (caller === 'anonymous') return '*';
  if (caller === 'service') return { Service: ['sagemaker.amazonaws.com', 'ec2.amazonaws.com'] };
  const name = { role: 'role/ml/trainer', session: 'role/trainer', user: 'user/ml/scientist' };
  return { AWS: [`arn:aws:iam::111122223333:${name[caller]}-${number}`, '777788889999'] };
}

/** The statement that makes the outcome what it is, if it is not the missing Allow. */
function decidingOf({ outcome, service, number }: Scene): readonly JsonObject[] {
  const deny = { Sid: `Stop${number}`, Effect: 'Deny', Action: `${service}:*` };
  const holds = { StringLike: { 'aws:RequestedRegion': 'eu-*' } };
  // No operator that AWS has: what the statement says cannot be told.
  const odd = { StringResembles: { 'aws:RequestedRegion': 'eu-*' } };
  if (outcome === 'explicitly-denied') return [{ ...deny, Condition: holds }];
  return outcome === 'unknown' ? [{ ...deny, Condition: odd }] : [];
}
