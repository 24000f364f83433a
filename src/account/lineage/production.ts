import { isUnread } from '../../model/observed.ts';
import type { Resource } from '../../model/resource.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import type { Artifact } from './artifact.ts';
import { artifactsOf } from './artifacts-of.ts';

/** What production is: all endpoints, or those tagged so where any is. */
export interface Production {
  /** ARNs; where none is tagged, the pattern of every endpoint of the account. */
  readonly endpoints: readonly string[];
  /** Of the configurations that these endpoints have; or the pattern of all. */
  readonly configs: readonly string[];
  /** What the endpoints serve: weights, code and images. */
  readonly artifacts: readonly Artifact[];
  /** Without a tag that says so, every endpoint counts. */
  readonly tagged: boolean;
  /** Why there may be other endpoints in production than these. */
  readonly missing: readonly Missing[];
}

const known = new WeakMap<Account, Production>();

/** Tagged means a tag `Environment` of `prod` or `production`, in any case. */
export function productionOf(account: Account): Production {
  const production = known.get(account) ?? findProduction(account);
  known.set(account, production);
  return production;
}

function findProduction(account: Account): Production {
  const all = account.all('sagemaker.endpoint');
  const tagged = all.filter(isTagged);
  const live = tagged.length > 0 ? tagged : all;
  const ids = new Set(live.map(({ id }) => id));
  const any = (type: string) => `arn:${account.partition}:sagemaker:*:${account.id}:${type}/*`;
  return {
    endpoints: tagged.length > 0 ? tagged.map(({ id }) => id) : [any('endpoint')],
    configs: tagged.length > 0 ? tagged.flatMap(configOf) : [any('endpoint-config')],
    artifacts: artifactsOf(account).list.filter(({ uses }) =>
      uses.some(({ resource, how }) => how !== 'writes' && ids.has(resource)),
    ),
    tagged: tagged.length > 0,
    missing: [...account.gaps('sagemaker.endpoint'), ...all.flatMap(unreadParts)],
  };
}

function isTagged({ tags }: Resource<'sagemaker.endpoint'>): boolean {
  if (tags.state !== 'present') return false;
  return Object.entries(tags.value).some(
    ([key, value]) => key.toLowerCase() === 'environment' && /^prod(uction)?$/i.test(value),
  );
}

function configOf({ id, config }: Resource<'sagemaker.endpoint'>): readonly string[] {
  if (config.state !== 'present') return [];
  return [id.replace(/:endpoint\/.*$/s, `:endpoint-config/${config.value}`)];
}

function unreadParts({ id, tags, config }: Resource<'sagemaker.endpoint'>): readonly Missing[] {
  return [
    ...(isUnread(tags) ? [{ what: `tags of ${id}`, why: tags }] : []),
    ...(isUnread(config) ? [{ what: `config of ${id}`, why: config }] : []),
  ];
}
