import { maybe, no, yes } from '../tri.ts';
import { parseAddress, type Address } from './parse-address.ts';
import type { ValueTest } from './value-test.ts';

/** Addresses of both families and CIDR ranges. What is no address fits nothing. */
export function ipAddress(values: readonly string[]): ValueTest {
  const ranges = values.map(parseRange).filter((range) => range !== undefined);
  const otherwise = ranges.length < values.length ? maybe : no;
  return (value) => {
    const address = parseAddress(value);
    if (address === undefined) return otherwise;
    for (const range of ranges) if (contains(range, address)) return yes;
    return otherwise;
  };
}

interface Range {
  readonly bits: Address['bits'];
  /** The part of an address that counts. */
  readonly network: bigint;
  /** How many of its last bits do not. */
  readonly free: bigint;
}

function contains({ bits, network, free }: Range, address: Address): boolean {
  return bits === address.bits && address.value >> free === network;
}

/** Without a length of its own a range is a single address. */
function parseRange(text: string): Range | undefined {
  const match = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text);
  const address = parseAddress(match?.[1] ?? '');
  if (match === null || address === undefined) return undefined;
  const { bits, value, mapped } = address;
  const length = match[2] === undefined ? bits : Number(match[2]) - (mapped ? 96 : 0);
  if (length < 0 || length > bits) return undefined;
  const free = BigInt(bits - length);
  return { bits, network: value >> free, free };
}
