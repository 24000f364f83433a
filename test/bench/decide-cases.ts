import type { CasePolicies, CaseRequest, CaseSettings, DecideCase } from '../../src/decide/case.ts';
import type { Layer } from '../../src/decide/policy-set.ts';
import type { JsonValue } from '../../src/model/json.ts';
import { documentOf, everyday, statementsOf } from './decide-documents.ts';

// Cases that differ in all that costs time: layers, services, callers, accounts, outcomes.

const outcomes = ['allowed', 'explicitly-denied', 'implicitly-denied', 'unknown'] as const;
const services = ['s3', 'kms', 'sts'] as const;
const callers = ['role', 'session', 'user', 'service', 'anonymous'] as const;
const home = '111122223333';

/** What one case is about; everything else follows from it. */
export interface Scene {
  readonly number: number;
  readonly outcome: (typeof outcomes)[number];
  readonly service: (typeof services)[number];
  readonly caller: (typeof callers)[number];
  /** Whether it has the policies of its own and its account's. */
  readonly own: boolean;
  readonly layers: readonly Layer[];
  /** The layer that has the Deny, or the statement that is not understood. */
  readonly deciding: Layer;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
}

/** The case of this number, from 0; always the same. Its outcome is the one of its turn. */
export function decideCaseOf(number: number): DecideCase {
  const scene = sceneOf(number);
  return {
    id: `${scene.outcome} ${String(number)}`,
    request: requestOf(scene),
    policies: policiesOf(scene),
    settings: settingsOf(scene),
  };
}

function sceneOf(number: number): Scene {
  const round = Math.floor(number / outcomes.length);
  const has = (bit: number): boolean => (round >> bit) % 2 === 1;
  const outcome = turnOf(outcomes, number);
  const caller = turnOf(callers, round);
  // Only S3 answers requests without credentials.
  const service = caller === 'anonymous' ? 's3' : turnOf(services, round);
  const own = caller !== 'service' && caller !== 'anonymous';
  const layers: readonly Layer[] = [
    ...(own ? (['identity'] as const) : []),
    ...(own && has(1) ? (['boundary'] as const) : []),
    ...(has(2) && (caller === 'role' || caller === 'session') ? (['session'] as const) : []),
    ...(own && has(3) ? (['scp'] as const) : []),
    ...(has(4) ? (['rcp'] as const) : []),
    ...(has(5) ? (['endpoint'] as const) : []),
    'resource',
  ];
  const resourceAccount = has(0) ? '444455556666' : home;
  const deciding = turnOf(layers, round);
  const what = { number, outcome, service, caller, own, layers, deciding, resourceAccount };
  return { ...what, ...targetOf(what) };
}

function turnOf<T>(all: readonly T[], turn: number): T {
  const chosen = all[turn % all.length];
  if (chosen === undefined) throw new Error('there is nothing to choose from');
  return chosen;
}

type Target = Pick<Scene, 'action' | 'resource'>;

function targetOf(scene: Omit<Scene, keyof Target>): Target {
  const { number, service, resourceAccount } = scene;
  const place = `${resourceAccount}:`;
  return {
    s3: { action: 's3:GetObject', resource: `arn:aws:s3:::models-${number}/blue/v1/model.tar.gz` },
    kms: { action: 'kms:Decrypt', resource: `arn:aws:kms:eu-west-1:${place}key/${keyId(number)}` },
    sts: { action: 'sts:AssumeRole', resource: `arn:aws:iam::${place}role/blue-reader-${number}` },
  }[service];
}

function keyId(number: number): string {
  return `1234abcd-12ab-34cd-56ef-${String(number).padStart(12, '0')}`;
}

function requestOf({ number, caller, own, action, resource, resourceAccount }: Scene): CaseRequest {
  const signed = { 'aws:PrincipalTag/team': 'blue', 'aws:PrincipalOrgID': 'o-exampleorgid' };
  return {
    principal: {
      role: `arn:aws:iam::${home}:role/ml/trainer-${number}`,
      session: `arn:aws:sts::${home}:assumed-role/trainer-${number}/run`,
      user: `arn:aws:iam::${home}:user/ml/scientist-${number}`,
      service: { service: 'sagemaker.amazonaws.com' },
      anonymous: 'anonymous',
    }[caller],
    ...{ action, resource, resourceAccount },
    context: {
      'aws:RequestedRegion': 'eu-west-1',
      'aws:SecureTransport': true,
      'aws:SourceIp': '10.20.30.40',
      'aws:CurrentTime': '2026-11-02T12:00:00Z',
      'kms:EncryptionContext:team': 'blue',
      'sts:ExternalId': `job-${number}`,
      ...(own && signed),
    },
  };
}

function policiesOf(scene: Scene): CasePolicies {
  const given = (layer: Layer): boolean => scene.layers.includes(layer);
  const of = (layer: Layer): JsonValue => documentOf(statementsOf(scene, layer));
  const all = { Effect: 'Allow', Action: '*', Resource: '*' };
  return {
    identity: given('identity') ? [of('identity'), documentOf(everyday)] : [],
    ...(given('boundary') && { boundary: [of('boundary')] }),
    ...(given('session') && { session: [of('session')] }),
    ...(given('scp') && { scp: [[documentOf([all])], [of('scp'), documentOf([all])]] }),
    ...(given('rcp') && { rcp: [[documentOf([{ ...all, Principal: '*' }]), of('rcp')]] }),
    ...(given('endpoint') && { endpoint: [of('endpoint')] }),
    resource: of('resource'),
  };
}

/** As AWS makes new buckets; and a grant of the key that is somebody else's. */
function settingsOf({ service, caller, resourceAccount }: Scene): CaseSettings {
  const grantee = `arn:aws:iam::${resourceAccount}:role/backup`;
  return {
    ...(service === 's3' && {
      s3: {
        blockPublicAccess: { restrictPublicBuckets: caller !== 'anonymous' },
        ownership: 'BucketOwnerEnforced',
      },
    }),
    ...(service === 'kms' && {
      kms: { manager: 'CUSTOMER', grants: [{ grantee, operations: ['Decrypt', 'Encrypt'] }] },
    }),
  };
}
