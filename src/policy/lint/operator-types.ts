import { conditionKeyFacts } from '../../facts/condition-keys.ts';
import { parseOperator } from '../operator.ts';
import { eachStatement, warning, type Check } from './finding.ts';

/** Operators by how they read a value, and the types of keys that hold such values. */
const families: readonly (readonly [operators: RegExp, types: readonly string[]])[] = [
  [/^Numeric/, ['Numeric', 'Date']],
  [/^Date/, ['Date', 'Numeric']],
  [/IpAddress$/, ['IPAddress']],
  [/^Bool$/, ['Bool']],
  // As texts, 10.0.0.0/8 contains nothing and 9 comes after 10.
  [/^String/, ['String', 'ARN', 'Bool', 'Date']],
];

/** An operator that does not read what the key holds finds nothing equal. */
export const operatorTypes: Check = eachStatement((statement, { at }) =>
  statement.conditions.flatMap(({ operator, key }) => {
    const base = parseOperator(operator)?.base;
    const type = conditionKeyFacts(key)?.type;
    const fitting = families.find(([operators]) => base !== undefined && operators.test(base))?.[1];
    if (type === undefined || fitting === undefined || fitting.includes(type)) return [];
    return [
      warning(
        'operator-type',
        at(statement, 'Condition', operator, key),
        `${key} is of type ${type}, which ${operator} does not compare; use ${operatorFor(type)}`,
      ),
    ];
  }),
);

function operatorFor(type: string): string {
  switch (type) {
    case 'IPAddress':
      return 'IpAddress or NotIpAddress';
    case 'ARN':
      return 'ArnLike or ArnNotLike';
    case 'Bool':
      return 'Bool';
    default:
      return `one of the ${type} operators`;
  }
}
