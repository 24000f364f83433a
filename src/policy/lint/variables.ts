import { conditionKeyFacts } from '../../facts/condition-keys.ts';
import type { Statement } from '../../model/policy.ts';
import {
  eachStatement,
  warning,
  type Check,
  type LintFinding,
  type LintedPolicy,
} from './finding.ts';
import { unknownKey } from './unknown-keys.ts';

/** Policy variables that stay text, or that no request gives a value. */
export const variables: Check = eachStatement((statement, linted) => {
  const places = placesOf(statement, linted);
  const all = places.flatMap(({ at, values }) =>
    values.filter((value) => value.includes('${')).map((value) => ({ at, value })),
  );
  if (linted.policy.version !== '2012-10-17') return literal(all);
  return all.flatMap(({ at, value }) => [
    ...broken(value, at),
    ...tooEarly(value, at),
    ...keysOf(value).flatMap((key) => ofKey(key, at)),
  ]);
});

interface Place {
  readonly at: string;
  readonly values: readonly string[];
}

function placesOf(statement: Statement, { at }: LintedPolicy): readonly Place[] {
  const { resource, conditions } = statement;
  return [
    ...(resource === undefined
      ? []
      : [
          { at: at(statement, resource.not ? 'NotResource' : 'Resource'), values: resource.values },
        ]),
    ...conditions.map(({ operator, key, values }) => ({
      at: at(statement, 'Condition', operator, key),
      values,
    })),
  ];
}

function literal(
  all: readonly { readonly at: string; readonly value: string }[],
): readonly LintFinding[] {
  return all
    .filter(({ value }) => /\$\{[^{}]*\}/.test(value))
    .map(({ at, value }) =>
      warning(
        'variable-is-text',
        at,
        `without "Version": "2012-10-17" the variable in ${value.slice(0, 200)} is taken as text and matches nothing; add the version`,
      ),
    );
}

function broken(value: string, at: string): readonly LintFinding[] {
  if (!/\$\{(?![^{}]*\})/.test(value)) return [];
  const message = `"${value.slice(0, 200)}" begins a policy variable and does not close it; add the brace`;
  return [warning('broken-variable', at, message)];
}

/** IAM User Guide, policy variables: in a resource they are for what follows the fifth colon. */
function tooEarly(value: string, at: string): readonly LintFinding[] {
  const [early] = /^arn:([^:]*:){4}/.exec(value.replaceAll(/\$\{[^{}]*\}/g, '${}')) ?? [];
  if (early?.includes('${') !== true || !/\/(Not)?Resource$/.test(at)) return [];
  const message = `"${value.slice(0, 200)}" has a policy variable before the fifth colon, where AWS puts no value in; write that part out, or "*"`;
  return [warning('early-variable', at, message)];
}

/** Keys of the variables in a value; `${*}`, `${?}` and `${$}` are characters. */
function keysOf(value: string): readonly string[] {
  const keys = [...value.matchAll(/\$\{([^{},]*)(?:,[^{}]*)?\}/g)].map(([, key = '']) =>
    key.trim(),
  );
  return [...new Set(keys)].filter((key) => !['*', '?', '$'].includes(key));
}

function ofKey(key: string, at: string): readonly LintFinding[] {
  if (conditionKeyFacts(key)?.multivalued === true) {
    const message = `\${${key}} carries several values, and a variable takes one; use a condition on ${key}`;
    return [warning('variable-of-several', at, message)];
  }
  const hint = unknownKey(key, true);
  return hint === undefined ? [] : [warning('unknown-variable', at, hint)];
}
