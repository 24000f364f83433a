import { CompiledStatement } from '../../decide/compile-statement.ts';
import { isVariable, parseTemplate } from '../../decide/variables.ts';
import type { Condition, ListElement, Policy, Statement } from '../../model/policy.ts';
import { parseOperator } from '../../policy/operator.ts';
import { variablesIn } from '../variables-in.ts';

const made = new WeakMap<CompiledStatement, Map<string, CompiledStatement | undefined>>();

/**
 * The statement without values that fit nothing, because of a policy variable that no request of the
 * caller has a value for. Undefined: nothing is left that it could match.
 */
export function possibleStatement(
  statement: CompiledStatement,
  isMissing: (key: string) => boolean,
): CompiledStatement | undefined {
  const missing = variablesIn(statement).filter(isMissing);
  if (missing.length === 0) return statement;
  const ofStatement = made.get(statement) ?? new Map<string, CompiledStatement | undefined>();
  made.set(statement, ofStatement);
  const key = [...new Set(missing)].sort().join();
  if (!ofStatement.has(key)) ofStatement.set(key, narrowed(statement, new Set(missing)));
  return ofStatement.get(key);
}

type Missing = ReadonlySet<string>;

function narrowed(compiled: CompiledStatement, missing: Missing): CompiledStatement | undefined {
  const { version, source, odd, allows } = compiled;
  const statement = withDefaults(compiled, missing);
  const fits = (value: string): boolean => !lacksValue(value, version, missing);
  const resource = statement.resource && narrowedList(statement.resource, fits, allows);
  const conditions = statement.conditions.map((one) => narrowedCondition(one, fits));
  const isLeft = (statement.resource === undefined) === (resource === undefined);
  const kept = conditions.flatMap((one) => one ?? []);
  if (!isLeft || kept.length < conditions.length) return undefined;
  const oddities = odd === undefined ? [] : [{ at: '', message: odd }];
  const says = { ...statement, ...(resource && { resource }), conditions: kept };
  return new CompiledStatement(says, version, source, oddities);
}

/** Variables that have none but their default value, as text. */
function withDefaults({ statement, version }: CompiledStatement, missing: Missing): Statement {
  if (version !== '2012-10-17') return statement;
  const filled = <T extends { readonly values: readonly string[] }>(element: T): T => ({
    ...element,
    values: element.values.map((value) =>
      value.replace(/\$\{([^,{}]+),\s*'([^'*?$]*)'\s*\}/g, (text, key: string, fallback: string) =>
        missing.has(key.trim().toLowerCase()) ? fallback : text,
      ),
    ),
  });
  const { resource, conditions } = statement;
  return {
    ...statement,
    ...(resource && { resource: filled(resource) }),
    conditions: conditions.map(filled),
  };
}

/** What a Deny with NotResource makes of such a value is not written down; an Allow gives nothing. */
function narrowedList(
  element: ListElement,
  fits: (value: string) => boolean,
  allows: boolean,
): ListElement | undefined {
  const values = element.values.filter(fits);
  if (values.length === element.values.length) return element;
  if (element.not) return allows ? undefined : element;
  return values.length === 0 ? undefined : { ...element, values };
}

function narrowedCondition(
  condition: Condition,
  fits: (value: string) => boolean,
): Condition | undefined {
  const values = condition.values.filter(fits);
  if (values.length > 0) return { ...condition, values };
  const operator = parseOperator(condition.operator);
  const isFirm = operator !== undefined && !operator.negated && !operator.ifExists;
  return isFirm && operator.set !== 'all' && operator.base !== 'Null' ? undefined : condition;
}

function lacksValue(value: string, version: Policy['version'], missing: Missing): boolean {
  if (version !== '2012-10-17' || !value.includes('${')) return false;
  const { parts, broken } = parseTemplate(value, { variables: true, wildcards: true });
  return (
    !broken &&
    parts.some((one) => isVariable(one) && one.fallback === undefined && missing.has(one.variable))
  );
}
