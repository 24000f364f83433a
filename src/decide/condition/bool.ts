import { maybe, no, yes } from '../tri.ts';
import type { ValueTest } from './value-test.ts';

/**
 * `true` or `false` in any case. One page of IAM lets Bool take policy variables, another does not;
 * such a value, as any other, may match.
 */
export function bool(values: readonly string[]): ValueTest {
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  const isSure = [...wanted].every((value) => value === 'true' || value === 'false');
  return (value) => {
    const actual = value.toLowerCase();
    if (actual !== 'true' && actual !== 'false') return isSure ? no : maybe;
    if (wanted.has(actual)) return yes;
    return isSure ? no : maybe;
  };
}
