import type { Context, ContextValue } from '../../decide/context.ts';
import { decide } from '../../decide/decide.ts';
import type { Decision, Outcome } from '../../decide/decision.ts';
import { neededPairs, type NeededPair } from '../../decide/needed-pairs.ts';
import type { Principal } from '../../decide/principal.ts';
import type { Account } from '../account.ts';
import { assumptionsOf } from './assumptions.ts';
import { keyOfObject, keyWarnings } from './key-of-object.ts';
import type { PrincipalSide } from './principal-side.ts';
import { carriedOn, isOwnToCall } from './own-to-call.ts';
import { requestContext } from './request-context.ts';
import { sidesOf, type Sides } from './sides.ts';

/** One thing that the call needs, and whether it is allowed. */
export interface PairAnswer {
  readonly action: string;
  readonly resource: string;
  /** Why the call needs it, if it is not what was asked for. */
  readonly because?: string;
  readonly decision: Decision;
  /** Context keys, in lower case, that the decision asked for and that nobody knows. */
  readonly unknownKeys: readonly string[];
}

export interface AccessAnswer {
  /** Allowed only if every pair is. */
  readonly outcome: Outcome;
  readonly principal: Principal;
  readonly pairs: readonly PairAnswer[];
  /** What is taken for granted beyond the snapshot. */
  readonly assumptions: readonly string[];
  /** What may stop the call although nobody forbids it, e.g. a key that waits for its deletion. */
  readonly warnings: readonly string[];
}

export interface AccessQuestion {
  readonly principal: Principal;
  readonly action: string;
  /** ARN, or `*` for an action without a resource. */
  readonly resource: string;
  readonly context?: { readonly [key: string]: ContextValue };
  /** Context keys that the request lacks. */
  readonly without?: readonly string[];
}

/** May this principal do that? Answered from the snapshot alone, over every layer. */
export function can(account: Account, question: AccessQuestion): AccessAnswer {
  const sides = sidesOf(account);
  const { action } = question;
  const principal = sides.principal(question.principal);
  const asked = realResource(account, question.resource);
  const resource = sides.resource(asked.resource);
  const key = keyOfObject(account, resource, action, question.context);
  const pairs = neededPairs({
    action,
    resource: asked.resource,
    key: key.is === 'key' ? key.key : undefined,
    context: question.context,
  });
  const answers = pairs.map((pair) => {
    const { context = {}, without = [] } = question;
    const own = pair.forwarded ? carriedOn(context) : context;
    const given = { ...asked.context, ...pair.context, ...own };
    const lacks = pair.forwarded ? without.filter((one) => !isOwnToCall(one)) : without;
    return decidePair(sides, principal, { ...pair, given, without: lacks });
  });
  const worst = worstOf(answers.map((one) => one.decision.outcome));
  return {
    outcome: key.is === 'unknown' && worst === 'allowed' ? 'unknown' : worst,
    principal: principal.principal,
    pairs: answers,
    assumptions: assumptionsOf({ principal, resource, action, key }),
    warnings: [
      ...(/^arn:.*[*?]/s.test(asked.resource)
        ? ['a * or ? in the resource is taken for that character: ask for one resource']
        : []),
      ...(key.is === 'unknown'
        ? [`it is not known which key encrypts the object: ${key.why}`]
        : []),
      ...answers.flatMap((one) => keyWarnings(sides.resource(one.resource), one.action)),
    ],
  };
}

interface AskedPair extends NeededPair {
  readonly given: { readonly [key: string]: ContextValue };
  readonly without: readonly string[];
}

function decidePair(sides: Sides, principal: PrincipalSide, pair: AskedPair): PairAnswer {
  const resource = sides.resource(pair.resource);
  const { given, without, action, because, forwarded } = pair;
  const context = requestContext({
    account: sides.account,
    organization: sides.organization,
    principal,
    resource,
    given,
    without,
    forwarded,
  });
  const unknownKeys = new Set<string>();
  const decision = decide(sides.compiled(principal, resource), {
    principal: principal.principal,
    action,
    resource: pair.resource,
    resourceAccount: resource.account,
    context: notingUnknown(context, unknownKeys),
  });
  const why = because === undefined ? {} : { because };
  return { action, resource: pair.resource, ...why, decision, unknownKeys: [...unknownKeys] };
}

function notingUnknown(context: Context, unknownKeys: Set<string>): Context {
  return {
    get(key) {
      const value = context.get(key);
      if (value === 'unknown') unknownKeys.add(key);
      return value;
    },
  };
}

/** Policies name keys by their ARN, whatever alias a call uses. */
function realResource(
  account: Account,
  resource: string,
): Pick<NeededPair, 'resource' | 'context'> {
  const [, region, alias] = /^arn:[^:]*:kms:([^:]*):\d{12}:(alias\/.+)$/.exec(resource) ?? [];
  if (region === undefined || alias === undefined) return { resource, context: {} };
  const lookup = account.key(resource, region);
  return {
    resource: lookup.found === 'key' ? lookup.key.id : resource,
    context: { 'kms:RequestAlias': alias },
  };
}

const severity = ['allowed', 'unknown', 'implicitly-denied', 'explicitly-denied'] as const;

function worstOf(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce<Outcome>(
    (worst, one) => (severity.indexOf(one) > severity.indexOf(worst) ? one : worst),
    'allowed',
  );
}
