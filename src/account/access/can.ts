import { compilePolicySet, type CompileCache } from '../../decide/compile-policy-set.ts';
import type { ContextValue } from '../../decide/context.ts';
import { decide } from '../../decide/decide.ts';
import type { Decision, Outcome } from '../../decide/decision.ts';
import { neededPairs, type KeyOfObject, type NeededPair } from '../../decide/needed-pairs.ts';
import type { Principal } from '../../decide/principal.ts';
import { isUnread } from '../../model/observed.ts';
import type { Account } from '../account.ts';
import { organizationSide } from './organization-policies.ts';
import { principalSide, type PrincipalSide } from './principal-side.ts';
import { requestContext } from './request-context.ts';
import { resourceSide, type ResourceSide } from './resource-policies.ts';

/** One thing that the call needs, and whether it is allowed. */
export interface PairAnswer {
  readonly action: string;
  readonly resource: string;
  /** Why the call needs it, if it is not what was asked for. */
  readonly because?: string;
  readonly decision: Decision;
}

export interface AccessAnswer {
  /** Allowed only if every pair is. */
  readonly outcome: Outcome;
  readonly principal: Principal;
  readonly pairs: readonly PairAnswer[];
  /** What is taken for granted beyond the snapshot. */
  readonly assumptions: readonly string[];
}

export interface AccessQuestion {
  readonly principal: Principal;
  readonly action: string;
  /** ARN, or `*` for an action without a resource. */
  readonly resource: string;
  readonly context?: { readonly [key: string]: ContextValue };
}

/** Policies are compiled once for each account. */
const caches = new WeakMap<Account, CompileCache>();

/** May this principal do that? Answered from the snapshot alone, over every layer. */
export function can(account: Account, question: AccessQuestion): AccessAnswer {
  const { action, resource } = question;
  const side = principalSide(account, question.principal);
  const ofResource = resourceSide(account, resource);
  const key = keyOfObject(account, ofResource);
  const pairs = neededPairs(
    action,
    resource,
    key === 'none' || key === 'unknown' ? undefined : key,
  );
  const answers = pairs.map((pair) => decidePair(account, side, pair, question));
  const unsure = key === 'unknown' && isData(action);
  const outcomes = answers.map((one) => one.decision.outcome);
  const worst = worstOf(outcomes);
  return {
    outcome: unsure && worst === 'allowed' ? 'unknown' : worst,
    principal: side.principal,
    pairs: answers,
    assumptions: [
      ...side.assumptions,
      'the call goes over TLS, at the time of the snapshot',
      ...(pairs.length > 1
        ? ["the object is encrypted as the bucket's default encryption says"]
        : []),
      ...(unsure ? ['it is not known which key encrypts the object'] : []),
    ],
  };
}

function decidePair(
  account: Account,
  side: PrincipalSide,
  pair: NeededPair,
  { context = {} }: AccessQuestion,
): PairAnswer {
  const ofResource = resourceSide(account, pair.resource);
  const organization = organizationSide(account);
  const { identity, boundary } = side.policies;
  const own = 'account' in side.principal && side.principal.account === account.id;
  const cache = caches.get(account) ?? new WeakMap();
  caches.set(account, cache);
  const compiled = compilePolicySet(
    {
      identity,
      ...(boundary && { boundary }),
      ...(own && organization.scp && { scp: organization.scp }),
      ...(ofResource.account === account.id && organization.rcp && { rcp: organization.rcp }),
      ...(ofResource.policy && { resource: ofResource.policy }),
    },
    ofResource.settings,
    cache,
  );
  const decision = decide(compiled, {
    principal: side.principal,
    action: pair.action,
    resource: pair.resource,
    resourceAccount: ofResource.account,
    context: requestContext({
      account,
      principal: side,
      resource: ofResource,
      organization,
      given: { ...pair.context, ...context },
    }),
  });
  const { action, resource, because } = pair;
  return { action, resource, ...(because !== undefined && { because }), decision };
}

/** The key that encrypts new objects of the bucket. */
function keyOfObject(account: Account, { bucket }: ResourceSide): KeyOfObject | 'none' | 'unknown' {
  if (bucket === undefined) return 'none';
  const { encryption, region } = bucket;
  if (isUnread(encryption)) return 'unknown';
  if (encryption.state !== 'present' || encryption.value.algorithm === 'AES256') return 'none';
  const { key, bucketKey } = encryption.value;
  const lookup = account.key(key ?? 'alias/aws/s3', region);
  if (lookup.found === 'key') return { key: lookup.key.id, region, bucketKey };
  // A key of another account, or one that was not read: its ARN will do, its policy is unknown.
  return key?.startsWith('arn:') === true ? { key, region, bucketKey } : 'unknown';
}

function isData(action: string): boolean {
  return ['s3:getobject', 's3:getobjectversion', 's3:putobject'].includes(action.toLowerCase());
}

const severity = ['allowed', 'unknown', 'implicitly-denied', 'explicitly-denied'] as const;

function worstOf(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce<Outcome>(
    (worst, one) => (severity.indexOf(one) > severity.indexOf(worst) ? one : worst),
    'allowed',
  );
}
