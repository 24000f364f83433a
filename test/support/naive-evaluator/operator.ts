import type { RequestKeys } from './request-keys.ts';
import { anything, arnParts, expression, isLike } from './text.ts';

interface Filling {
  readonly keys: RequestKeys;
  readonly variables: boolean;
}

/** Whether one value of the request fits one value of the policy (IAM: condition operators). */
export function compareOne(
  operator: string,
  wanted: string,
  actual: string,
  filling: Filling,
): boolean {
  switch (operator) {
    case 'StringEquals':
      return isLike(wanted, actual, { ...filling, wildcards: false });
    case 'StringEqualsIgnoreCase':
      return isCaselessly(wanted, actual, filling);
    case 'StringLike':
      return isLike(wanted, actual, { ...filling, wildcards: true });
    case 'ArnEquals':
    case 'ArnLike':
      return isArnLike(wanted, actual, filling);
    case 'Bool':
      return wanted.toLowerCase() === actual.toLowerCase();
    case 'BinaryEquals':
      return Buffer.from(wanted, 'base64').equals(Buffer.from(actual, 'base64'));
    case 'IpAddress':
      return isInRange(actual, wanted);
    default:
      break;
  }
  if (operator.startsWith('Numeric')) {
    return inOrder(operator.slice('Numeric'.length), Number(actual), Number(wanted));
  }
  return inOrder(operator.slice('Date'.length), time(actual), time(wanted));
}

function inOrder(order: string, actual: number, wanted: number): boolean {
  switch (order) {
    case 'Equals':
      return actual === wanted;
    case 'LessThan':
      return actual < wanted;
    case 'LessThanEquals':
      return actual <= wanted;
    case 'GreaterThan':
      return actual > wanted;
    case 'GreaterThanEquals':
      return actual >= wanted;
    default:
      throw new Error(`the naive evaluator does not know the order ${order}`);
  }
}

function isCaselessly(wanted: string, actual: string, filling: Filling): boolean {
  const source = expression(wanted, { ...filling, wildcards: false, any: '' });
  return source !== undefined && new RegExp(`^${source}$`, 'i').test(actual);
}

/** "Each of the six colon-delimited components of the ARN is checked separately." */
function isArnLike(wanted: string, actual: string, filling: Filling): boolean {
  const asked = arnParts(actual);
  const parts = arnParts(wanted);
  // A variable may hold colons itself, so the whole must have a value first.
  if (expression(wanted, { ...filling, wildcards: true, any: anything }) === undefined)
    return false;
  return (
    parts.length === asked.length &&
    parts.every((part, index) => isLike(part, asked[index] ?? '', { ...filling, wildcards: true }))
  );
}

/** Milliseconds; a plain number is seconds since 1970. */
function time(text: string): number {
  return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

function isInRange(address: string, range: string): boolean {
  const [network = '', length] = range.split('/');
  const wanted = bits(network);
  const actual = bits(address);
  const kept = length === undefined ? wanted.length : Number(length);
  return wanted.length === actual.length && wanted.slice(0, kept) === actual.slice(0, kept);
}

/** 32 or 128 characters, each 0 or 1. */
function bits(address: string): string {
  if (!address.includes(':')) {
    return address
      .split('.')
      .map((byte) => Number(byte).toString(2).padStart(8, '0'))
      .join('');
  }
  const [head = '', tail = ''] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const zeros = Array<string>(8 - left.length - right.length).fill('0');
  return [...left, ...zeros, ...right]
    .map((group) => parseInt(group, 16).toString(2).padStart(16, '0'))
    .join('');
}
