import { compilePattern } from '../compile-pattern.ts';
import { exactOrPattern, type ValueTest } from './value-test.ts';

/** `*` and `?` are text here; variables are still filled in. */
export function stringEquals(values: readonly string[], variables: boolean): ValueTest {
  return equals(values, variables, false);
}

export function stringEqualsIgnoreCase(values: readonly string[], variables: boolean): ValueTest {
  const test = equals(values, variables, true);
  return (value, context) => test(value.toLowerCase(), context);
}

function equals(values: readonly string[], variables: boolean, ignoreCase: boolean): ValueTest {
  const isFilled = (value: string): boolean => variables && value.includes('${');
  const exact = values.filter((value) => !isFilled(value));
  return exactOrPattern(
    new Set(ignoreCase ? exact.map((value) => value.toLowerCase()) : exact),
    values
      .filter(isFilled)
      .map((value) => compilePattern(value, { variables, wildcards: false, ignoreCase })),
  );
}
