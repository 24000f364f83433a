/** An IP address as a number. */
export interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
  /** Written as IPv6 (`::ffff:192.0.2.1`), but of IPv4. */
  readonly mapped: boolean;
}

/** Undefined if the text is no address of either family. */
export function parseAddress(text: string): Address | undefined {
  if (text.length > 45) return undefined;
  if (!text.includes(':')) {
    const value = parseV4(text);
    return value === undefined ? undefined : { bits: 32, value: BigInt(value), mapped: false };
  }
  const value = parseV6(text);
  if (value === undefined) return undefined;
  if (value >> 32n === 0xffffn) return { bits: 32, value: value & 0xffffffffn, mapped: true };
  return { bits: 128, value, mapped: false };
}

function parseV4(text: string): number | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (match === null) return undefined;
  let value = 0;
  for (const part of match.slice(1)) {
    // Some programs read a leading zero as octal.
    if (Number(part) > 255 || (part.length > 1 && part.startsWith('0'))) return undefined;
    value = value * 256 + Number(part);
  }
  return value;
}

function parseV6(text: string): bigint | undefined {
  const [left = '', right, ...more] = withoutDots(text)?.split('::') ?? ['', '', ''];
  if (more.length > 0) return undefined;
  const before = left === '' ? [] : left.split(':');
  const after = right === undefined || right === '' ? [] : right.split(':');
  const missing = 8 - before.length - after.length;
  if (right === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return BigInt(`0x${groups.map((group) => group.padStart(4, '0')).join('')}`);
}

/** The last two groups may be written as an IPv4 address. */
function withoutDots(text: string): string | undefined {
  const match = /^(.*:)([\d.]*\.[\d.]*)$/.exec(text);
  if (match === null) return text;
  const value = parseV4(match[2] ?? '');
  if (value === undefined) return undefined;
  return `${match[1] ?? ''}${(value >>> 16).toString(16)}:${(value & 0xffff).toString(16)}`;
}
