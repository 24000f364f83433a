import { AssertionError } from 'chai';
import type { AccessAnswer } from '../account/access/can.ts';
import type { Account } from '../account/account.ts';
import type { Artifact } from '../account/lineage/artifact.ts';
import { artifactsOf } from '../account/lineage/artifacts-of.ts';
import type { ArtifactClass } from '../model/artifact-class.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { notCollected } from '../model/observed.ts';
import type { Kind, Resource } from '../model/resource.ts';
import { UnknownError } from './unknown-error.ts';

const accessors = {
  user: 'iam.user',
  group: 'iam.group',
  role: 'iam.role',
  policy: 'iam.policy',
  bucket: 's3.bucket',
  accessPoint: 's3.access-point',
  notebook: 'sagemaker.notebook-instance',
  trainingJob: 'sagemaker.training-job',
  processingJob: 'sagemaker.processing-job',
  transformJob: 'sagemaker.transform-job',
  tuningJob: 'sagemaker.tuning-job',
  autoMlJob: 'sagemaker.automl-job',
  model: 'sagemaker.model',
  endpointConfig: 'sagemaker.endpoint-config',
  endpoint: 'sagemaker.endpoint',
  domain: 'sagemaker.domain',
  userProfile: 'sagemaker.user-profile',
  space: 'sagemaker.space',
  modelPackageGroup: 'sagemaker.model-package-group',
  modelPackage: 'sagemaker.model-package',
  pipeline: 'sagemaker.pipeline',
  featureGroup: 'sagemaker.feature-group',
} as const satisfies { readonly [name: string]: Kind };

type Accessors = typeof accessors;

/** Finds a resource by its name or ARN; `region` tells namesakes apart. */
type Accessor<K extends Kind> = (name: string, region?: string) => Resource<K>;

/**
 * The account as hand-written tests see it. A name that the account does not have fails the test;
 * what cannot be told, because a list was cut or denied, throws `UnknownError`.
 */
export type SuiteAccount = { readonly [A in keyof Accessors]: Accessor<Accessors[A]> } & {
  /** Twelve digits. */
  readonly id: string;
  /** The account as rules see it, for what this one lacks. */
  readonly facts: Account;
  /** Every resource of the kind; throws `UnknownError` if the list is not complete. */
  all<K extends Kind>(kind: K): readonly Resource<K>[];
  /**
   * May this principal do that, by every policy of the account? A name, `role/NAME`, ARN or
   * `anonymous`; the action's resource as an ARN. Throws `UnknownError` if it cannot be told.
   */
  can: Account['can'];
  /** Where artifacts of a class are; throws `UnknownError` if the list is not complete. */
  artifacts(of: ArtifactClass): readonly Artifact[];
  /** The key behind an id, ARN, alias or alias ARN as used in `region`. */
  key(reference: string, region: string): Resource<'kms.key'>;
};

export function suiteAccount(account: Account): SuiteAccount {
  const byName = Object.fromEntries(
    Object.entries(accessors).map(([name, kind]) => [
      name,
      (wanted: string, region?: string) => findOne(account, kind, { name: wanted, region }),
    ]),
  ) as unknown as { readonly [A in keyof Accessors]: Accessor<Accessors[A]> }; // by construction
  return {
    ...byName,
    id: account.id,
    facts: account,
    all: (kind) => {
      const [first, ...rest] = account.gaps(kind);
      if (first !== undefined) throw new UnknownError(first, ...rest);
      return account.all(kind);
    },
    can: (...asked) => sure(account.can(...asked)),
    artifacts: (of) => {
      const { list, missing } = artifactsOf(account);
      const [first, ...rest] = missing;
      if (first !== undefined) throw new UnknownError(first, ...rest);
      return list.filter((one) => one.class === of);
    },
    key: (reference, region) => findKey(account, reference, region),
  };
}

function sure(answer: AccessAnswer): AccessAnswer {
  if (answer.outcome !== 'unknown') return answer;
  const unsure = answer.pairs.filter(({ decision }) => decision.outcome === 'unknown');
  const [first = 'it is not known why', ...rest] = [
    ...unsure.flatMap(({ decision }) => decision.reasons.map(({ text }) => text)),
    ...answer.warnings,
  ];
  const missing = (why: string) => ({ what: 'the access answer', why: notCollected(why) });
  throw new UnknownError(missing(first), ...rest.map(missing));
}

interface Wanted {
  readonly name: string;
  readonly region: string | undefined;
}

function findOne<K extends Kind>(account: Account, kind: K, wanted: Wanted): Resource<K> {
  const { name, region } = wanted;
  const everywhere = account.all(kind).filter((one) => one.name === name || one.id === name);
  const found = everywhere.filter((one) => region === undefined || one.region === region);
  const [only, second] = found;
  if (second !== undefined) {
    const regions = found.map((one) => one.region).join(', ');
    throw new TypeError(
      `there are several ${kind} named "${name}" (${regions}): name the region or ARN`,
    );
  }
  return only ?? noSuch(account, kind, wanted);
}

function noSuch(account: Account, kind: Kind, { name, region }: Wanted): never {
  const [first, ...rest] = account.gaps(kind, region);
  if (first !== undefined) throw new UnknownError(first, ...rest);
  const near = didYouMean(
    name,
    account.all(kind).map((one) => one.name),
  );
  const hint = near === undefined ? '' : `; did you mean "${near}"?`;
  const place = region === undefined ? '' : ` in ${region}`;
  throw new AssertionError(`expected a ${kind} named "${name}"${place}, but there is none${hint}`);
}

function findKey(account: Account, reference: string, region: string): Resource<'kms.key'> {
  const lookup = account.key(reference, region);
  switch (lookup.found) {
    case 'key':
      return lookup.key;
    case 'none':
      throw new AssertionError(`expected a key ${reference} in ${region}, but there is none`);
    case 'unknown':
      throw new UnknownError(lookup.missing);
  }
}
