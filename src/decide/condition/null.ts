import type { KeyValue } from '../context.ts';
import { maybe, no, yes, type Tri } from '../tri.ts';

/** `true`: the request lacks the key. `false`: it carries the key. */
export function nullTest(values: readonly string[]): (value: KeyValue) => Tri {
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  const ifMissing = wanted.delete('true');
  const ifPresent = wanted.delete('false');
  // AWS takes no other value.
  const otherwise = wanted.size > 0 ? maybe : no;
  if (ifMissing && ifPresent) return () => yes;
  return (value) => {
    if (value === 'unknown') return maybe;
    const isMissing = value === undefined || value.length === 0;
    return (isMissing ? ifMissing : ifPresent) ? yes : otherwise;
  };
}
