import type { KeyValue } from '../context.ts';

/** What a request carries, for people: `no value`, `'x'`, `'a', 'b'` or `unknown`. */
export function describeKeyValue(value: KeyValue): string {
  if (value === undefined || value.length === 0) return 'no value';
  return value === 'unknown' ? value : value.map((one) => `'${one}'`).join(', ');
}
