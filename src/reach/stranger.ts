import type { CompiledLayer } from '../decide/compile-policy-set.ts';
import type { Condition } from '../model/policy.ts';
import { parseOperator } from '../policy/operator.ts';
import type { Caller } from './caller.ts';
import { domainOfCaller } from './callers.ts';
import type { Domain } from './domain.ts';
import type { Membership } from './find-value.ts';
import { keyDomain } from './key-domain.ts';
import { readValueSet } from './value-set.ts';

/** Keys by which a policy names who may come, or from where. */
const naming: ReadonlySet<string> = new Set([
  ...['aws:principalorgid', 'aws:principalorgpaths', 'aws:userid', 'aws:sourceip', 'aws:sourcevpc'],
  ...['aws:sourcevpce', 'aws:vpcsourceip', 's3:dataaccesspointaccount', 's3:dataaccesspointarn'],
]);

/** Keys that only a service carries that acts for a resource. */
const ofServices: ReadonlySet<string> = new Set([
  ...['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceowner', 'aws:sourceorgid'],
  'aws:sourceorgpaths',
]);

/**
 * The requests of somebody whom the policy does not name: what it says of organisations, networks
 * and addresses by fixed values does not fit him.
 */
export function domainOfStranger(
  layers: readonly CompiledLayer[],
): (key: string, caller: Caller) => Domain | undefined {
  const conditions = layers
    .flatMap(({ allows, denies }) => [...allows, ...denies])
    .flatMap(({ statement }) => statement.conditions);
  return (key, caller) => {
    const own = domainOfOutsider(key, caller);
    if (!naming.has(key) || own?.is === 'fixed') return own;
    const base = own ?? keyDomain(key);
    if (base.is === 'fixed') return base;
    const strange = conditions
      .filter((one) => one.key.toLowerCase() === key)
      .flatMap((one) => named(one));
    return { ...base, demands: [...base.demands, ...strange] };
  };
}

/** What follows from a caller that is no service of AWS. */
export function domainOfOutsider(key: string, caller: Caller): Domain | undefined {
  if (!ofServices.has(key)) return domainOfCaller(key, caller);
  return { is: 'open', missing: 'always', demands: [] };
}

/** The fixed values of a condition: a stranger's value is none of them. */
function named({ operator, key, values }: Condition): readonly Membership[] {
  const read = parseOperator(operator);
  if (read === undefined || read.base === 'Null') return [];
  const start = fixedStarts.get(key.toLowerCase());
  const fixed = values.filter((value) => isFixed(read.base, value) || start?.test(value) === true);
  if (fixed.length === 0) return [];
  const set = readValueSet(read.base, {
    values: fixed,
    variables: false,
    known: () => undefined,
  });
  return set.odd ? [] : [{ set: set.set, inside: false }];
}

/** What comes first is fixed: the id of a role in `<id>:<session name>`, the organisation in a path. */
const fixedStarts: ReadonlyMap<string, RegExp> = new Map([
  ['aws:userid', /^A[A-Z0-9]{15,}:[^$]*$/],
  ['aws:principalorgpaths', /^o-[a-z0-9]+\/[^$]*$/],
]);

/** S3 calls an address range wider than /8, or /32 for IPv6, no fixed value. */
function isFixed(base: string, value: string): boolean {
  if (base !== 'IpAddress' && base !== 'NotIpAddress') return !/[*?]|\$\{/.test(value);
  const [address = '', bits] = value.split('/');
  return bits === undefined || Number(bits) >= (address.includes(':') ? 32 : 8);
}
