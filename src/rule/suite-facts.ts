import { deniesPlainHttp } from '../account/fact/plain-http.ts';
import { readPolicy } from '../account/fact/read-policy.ts';
import { notCollected } from '../model/observed.ts';
import { publicWays } from './bucket-public.ts';
import { read, subjectOf } from './matcher-subject.ts';
import { encryptedKinds, resourceKeys } from './resource-keys.ts';
import type { SuiteAccount } from './suite-account.ts';
import { UnknownError } from './unknown-error.ts';

/** What a matcher found out: whether it holds, and what there is, in words. */
export interface Fact {
  readonly holds: boolean;
  readonly got: string;
}

/** Every fact throws `UnknownError` if it cannot tell, so that its negation does not hold either. */
export function isPublic(value: unknown, account: SuiteAccount): Fact {
  const ways = publicWays(subjectOf(value, 'public', ['s3.bucket']), account.facts);
  return { holds: ways.length > 0, got: ways.join('; ') || 'nobody outside is let in' };
}

export function isVersioned(value: unknown): Fact {
  const bucket = subjectOf(value, 'versioned', ['s3.bucket']);
  const status = read(bucket, 'versioning', bucket.versioning)?.status ?? 'never enabled';
  return { holds: status === 'Enabled', got: `versioning is ${status}` };
}

export function refusesPlainHttp(value: unknown): Fact {
  const bucket = subjectOf(value, 'refusePlainHttp', ['s3.bucket']);
  const text = read(bucket, 'policy', bucket.policy);
  if (text === null) return { holds: false, got: 'it has no bucket policy' };
  const { policy, doubts } = readPolicy('bucket policy', text);
  const [doubt, ...others] = doubts;
  if (doubt !== undefined) throw new UnknownError(doubt, ...others);
  const holds = deniesPlainHttp(policy, bucket.id);
  return { holds, got: `the bucket policy ${holds ? 'denies' : 'does not deny'} it` };
}

export function hasDirectInternet(value: unknown): Fact {
  const notebook = subjectOf(value, 'directInternet', ['sagemaker.notebook-instance']);
  const access = read(notebook, 'directInternetAccess', notebook.directInternetAccess);
  if (access !== 'Enabled' && access !== 'Disabled') {
    const why = notCollected(`SageMaker says ${access ?? 'nothing'}`);
    throw new UnknownError({ what: `directInternetAccess of ${notebook.id}`, why });
  }
  return { holds: access === 'Enabled', got: `direct internet access is ${access}` };
}

/** SageMaker leaves the member out where isolation was not asked for. */
export function isIsolated(value: unknown): Fact {
  const kinds = [
    'sagemaker.training-job',
    'sagemaker.processing-job',
    'sagemaker.model',
    'sagemaker.endpoint-config',
  ] as const;
  const subject = subjectOf(value, 'isolated', kinds);
  const holds = read(subject, 'networkIsolation', subject.networkIsolation) === true;
  return { holds, got: `network isolation is ${holds ? 'on' : 'off'}` };
}

export function isInVpc(value: unknown): Fact {
  const kinds = [
    'sagemaker.training-job',
    'sagemaker.processing-job',
    'sagemaker.automl-job',
    'sagemaker.model',
    'sagemaker.endpoint-config',
    'sagemaker.notebook-instance',
  ] as const;
  const subject = subjectOf(value, 'inVpc', kinds);
  const subnets =
    subject.kind === 'sagemaker.notebook-instance'
      ? [read(subject, 'subnet', subject.subnet) ?? []].flat()
      : (read(subject, 'vpc', subject.vpc)?.subnets ?? []);
  return { holds: subnets.length > 0, got: subnets.join(', ') || 'no subnets' };
}

/** Holds iff every key that the resource names, or leaves to AWS, is this one. */
export function isEncryptedWith(value: unknown, account: SuiteAccount, reference: string): Fact {
  const subject = subjectOf(value, 'encryptedWith', encryptedKinds);
  const { id } = account.key(reference, subject.region);
  const others = Object.entries(resourceKeys(subject)).flatMap(([field, observed]) => {
    const used = read(subject, field, observed);
    if (used === null) return [`${field}: no key of its own`];
    const lookup = account.facts.key(used, subject.region);
    if (lookup.found === 'unknown') throw new UnknownError(lookup.missing);
    return lookup.found === 'key' && lookup.key.id === id ? [] : [`${field}: ${used}`];
  });
  return { holds: others.length === 0, got: others.join('; ') || id };
}

export function hasBoundary(value: unknown, _account: SuiteAccount, policyArn: string): Fact {
  const subject = subjectOf(value, 'haveBoundary', ['iam.role', 'iam.user']);
  const boundary = read(subject, 'permissionsBoundary', subject.permissionsBoundary);
  return { holds: boundary === policyArn, got: boundary ?? 'no permissions boundary' };
}
