import type { PolicyText, Statement } from '../../model/policy.ts';
import { isJsonObject } from '../../model/json.ts';
import { parsePolicy } from '../parse-policy.ts';
import { characters } from './characters.ts';
import { elements } from './elements.ts';
import {
  error,
  type Check,
  type LintFinding,
  type LintedPolicy,
  type PolicyKind,
} from './finding.ts';
import { deprecatedKeys } from './deprecated-keys.ts';
import { forAllValues } from './for-all-values.ts';
import { invertedAllows } from './inverted-allows.ts';
import { literalWildcards } from './literal-wildcards.ts';
import { notPrincipals } from './not-principals.ts';
import { operatorTypes } from './operator-types.ts';
import { organizationPolicies } from './organization-policies.ts';
import { principalNames } from './principal-names.ts';
import { resourceForm } from './resource-form.ts';
import { resourceTypes } from './resource-types.ts';
import { setOperators } from './set-operators.ts';
import { sids } from './sids.ts';
import { isOutsized, size } from './size.ts';
import { trustActions } from './trust-actions.ts';
import { unknownActions } from './unknown-actions.ts';
import { unknownKeys } from './unknown-keys.ts';
import { unreachable } from './unreachable.ts';
import { unsupportedKeys } from './unsupported-keys.ts';
import { variables } from './variables.ts';
import { wildcardPrincipals } from './wildcard-principals.ts';

/** Seen at a glance. */
const checks: readonly Check[] = [
  size,
  characters,
  elements,
  organizationPolicies,
  sids,
  principalNames,
  trustActions,
  resourceForm,
  deprecatedKeys,
  operatorTypes,
  literalWildcards,
  setOperators,
  forAllValues,
  wildcardPrincipals,
  notPrincipals,
  invertedAllows,
];

/** What is compared with much else, which would take long in a document that AWS never takes. */
const comparisons: readonly Check[] = [
  unknownActions,
  resourceTypes,
  unknownKeys,
  unsupportedKeys,
  variables,
  unreachable,
];

/**
 * What AWS would reject, then what does not do what it seems to; each in the order of the checks.
 * Never throws.
 *
 * @param kind - What the policy is for; undefined: what it looks like.
 */
export function lintPolicy(text: PolicyText, kind: PolicyKind | undefined): readonly LintFinding[] {
  const { document } = text;
  const { policy, oddities } = parsePolicy(text);
  const single = isJsonObject(document) && isJsonObject(document['Statement']);
  const linted: LintedPolicy = {
    document,
    policy,
    kind: kind ?? guessKind(policy.statements),
    at: pointerOf(single),
  };
  const errors = oddities.map(({ at, message }) => error('not-valid', at, message));
  const fitting = isOutsized(document) ? checks : [...checks, ...comparisons];
  const findings = [...errors, ...fitting.flatMap((check) => check(linted))];
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

/** Trust policies name principals and no resources, resource policies both, identity policies none. */
function guessKind(statements: readonly Statement[]): PolicyKind {
  if (!statements.some((one) => one.principal !== undefined)) return 'identity';
  const trust = statements.every((one) => one.resource === undefined && assumes(one));
  return trust ? 'trust' : 'resource';
}

/** Policies of repositories (ECR) have no Resource either. */
function assumes({ action }: Statement): boolean {
  return action.values.every((value) => /^(sts:|\*)/i.test(value));
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
