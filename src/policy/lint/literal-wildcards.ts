import { parseOperator } from '../operator.ts';
import { eachStatement, named, warning, type Check } from './finding.ts';

/** `*` is a star and nothing else to StringEquals and its kin. */
export const literalWildcards: Check = eachStatement((statement, { at }) =>
  statement.conditions.flatMap(({ operator, key, values }) => {
    const base = parseOperator(operator)?.base ?? '';
    if (!/^String(Not)?Equals/.test(base)) return [];
    const literal = values.filter((value) => value.replaceAll('${*}', '').includes('*'));
    if (literal.length === 0) return [];
    const like = operator.replace(/Equals(IgnoreCase)?/, 'Like');
    const message = `${operator} takes the * in ${named(literal)} as text; use ${like} if it is a wildcard`;
    return [warning('literal-wildcard', at(statement, 'Condition', operator, key), message)];
  }),
);
