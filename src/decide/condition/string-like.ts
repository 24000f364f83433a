import { compilePattern } from '../compile-pattern.ts';
import { exactOrPattern, type ValueTest } from './value-test.ts';

/** With `*` and `?`; case counts. */
export function stringLike(values: readonly string[], variables: boolean): ValueTest {
  const isPattern = (value: string): boolean =>
    /[*?]/.test(value) || (variables && value.includes('${'));
  return exactOrPattern(
    new Set(values.filter((value) => !isPattern(value))),
    values.filter(isPattern).map((value) => compilePattern(value, { variables })),
  );
}
