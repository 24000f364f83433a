import type { Condition, ListElement, Statement } from '../../model/policy.ts';
import { firmConditions } from '../../policy/binding/firm-conditions.ts';
import { globMatches } from '../../policy/glob.ts';
import { parseOperator } from '../../policy/operator.ts';
import type { Account } from '../account.ts';

/** A key that nobody has named: whatever fits it fits all keys of its account and region. */
const madeUp = 'key/5ca1ab1e-0000-4000-8000-000000000000';

/**
 * ARNs of made-up keys, one for each account and region of which the statement means every key; none
 * if it names its keys, or binds them by their tags or aliases.
 */
export function everyKey(account: Account, statement: Statement): readonly string[] {
  const { resource } = statement;
  if (resource === undefined || firmConditions(statement).some(namesKeys)) return [];
  const regions = new Set(account.universes('kms.key').map(({ region }) => region));
  const own = [...(regions.size === 0 ? ['us-east-1'] : regions)].map(
    (region) => `arn:${account.partition}:kms:${region}:${account.id}:${madeUp}`,
  );
  const written = resource.not ? [] : resource.values.flatMap(keyOfPattern);
  return [...new Set([...own, ...written])].filter((key) => fits(resource, key));
}

/** In the region and account that the pattern has without a wildcard, if it has both. */
function keyOfPattern(pattern: string): readonly string[] {
  const [, partition, region, owner] =
    /^arn:([a-z-]+):kms:([a-z0-9-]+):(\d{12}):/.exec(pattern) ?? [];
  if (partition === undefined || region === undefined || owner === undefined) return [];
  return [`arn:${partition}:kms:${region}:${owner}:${madeUp}`];
}

function fits({ not, values }: ListElement, key: string): boolean {
  return values.some((value) => globMatches(withoutVariables(value), key)) !== not;
}

/** A variable in the key's id names some key; elsewhere it may stand for anything. */
function withoutVariables(pattern: string): string {
  const at = pattern.indexOf(':key/');
  const head = at < 0 ? pattern : pattern.slice(0, at);
  return head.replace(/\$\{[^}]*\}/g, '*') + (at < 0 ? '' : pattern.slice(at));
}

/** Holds for keys with certain tags or aliases alone. */
function namesKeys({ operator, key, values }: Condition): boolean {
  const parsed = parseOperator(operator);
  if (parsed === undefined || parsed.negated || parsed.ifExists || parsed.set === 'all') {
    return false;
  }
  const name = key.toLowerCase();
  const ofKey = name.startsWith('aws:resourcetag/') || aliasKeys.has(name);
  const fixed = values.every((value) => /[^*?]/.test(value));
  return ofKey && parsed.base.startsWith('String') && values.length > 0 && fixed;
}

const aliasKeys: ReadonlySet<string> = new Set(['kms:resourcealiases', 'kms:requestalias']);
