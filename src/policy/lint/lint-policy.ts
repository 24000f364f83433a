import type { PolicyText, Statement } from '../../model/policy.ts';
import { isJsonObject } from '../../model/json.ts';
import { parsePolicy } from '../parse-policy.ts';
import { unknownActions } from './actions.ts';
import { deprecatedKeys, forAllValues, setOperators, unsupportedKeys } from './condition-keys.ts';
import { elements } from './elements.ts';
import {
  error,
  type Check,
  type LintFinding,
  type LintedPolicy,
  type PolicyType,
} from './finding.ts';
import { invertedAllows, wildcardPrincipals } from './principals.ts';
import { needsStar, resourceForm, resourcePattern } from './resources.ts';
import { sids } from './sids.ts';
import { unreachable } from './unreachable.ts';
import { literalVariables } from './variables.ts';

const checks: readonly Check[] = [
  elements,
  sids,
  unknownActions,
  needsStar,
  resourceForm,
  resourcePattern,
  unsupportedKeys,
  deprecatedKeys,
  setOperators,
  forAllValues,
  wildcardPrincipals,
  invertedAllows,
  literalVariables,
  unreachable,
];

/** What AWS would reject and what does not do what it seems to; errors first, by place. */
export function lintPolicy(text: PolicyText, type: PolicyType): readonly LintFinding[] {
  const { policy, oddities } = parsePolicy(text);
  const single = isJsonObject(text.document) && isJsonObject(text.document['Statement']);
  const linted: LintedPolicy = { policy, type, at: pointerOf(single) };
  const errors = oddities.map(({ at, message }) => error('not-valid', at, message));
  const findings = [...errors, ...checks.flatMap((check) => check(linted))];
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

/** The type that a document looks like: trust policies speak of sts, resource policies of principals. */
export function guessType(text: PolicyText): PolicyType {
  const { statements } = parsePolicy(text).policy;
  if (!statements.some((one) => one.principal !== undefined)) return 'identity';
  const trust = statements.every((one) => one.resource === undefined);
  return trust ? 'trust' : 'resource';
}

function rank({ level }: LintFinding): number {
  return level === 'error' ? 0 : 1;
}

function pointerOf(single: boolean): LintedPolicy['at'] {
  return ({ index }: Statement, ...path) =>
    ['', 'Statement', ...(single ? [] : [index]), ...path]
      .map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'))
      .join('/');
}
