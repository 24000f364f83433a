import { maybe, no, yes } from '../tri.ts';
import type { ValueTest } from './value-test.ts';

/** Both sides in base64; the bytes are compared. */
export function binary(values: readonly string[]): ValueTest {
  const decoded = values.map(bytesOf);
  const wanted = new Set(decoded.filter((bytes) => bytes !== undefined));
  const otherwise = decoded.includes(undefined) ? maybe : no;
  return (value) => {
    const actual = bytesOf(value);
    return actual !== undefined && wanted.has(actual) ? yes : otherwise;
  };
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** One character for each byte. */
function bytesOf(text: string): string | undefined {
  return base64.test(text) ? Buffer.from(text, 'base64').toString('latin1') : undefined;
}
