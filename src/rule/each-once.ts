import type { Missing } from '../model/verdict.ts';

/** What is missing, nothing twice; the first mention keeps its place. */
export function eachOnce(missing: readonly Missing[]): readonly Missing[] {
  return [...new Map(missing.map((one) => [JSON.stringify(one), one])).values()];
}
