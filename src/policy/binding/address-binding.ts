import { isIP } from 'node:net';
import type { Operator } from '../operator.ts';
import type { Binding } from './binding.ts';

/**
 * A range of source addresses binds unless it is very wide: S3 calls an IPv4 range wider than /8
 * and an IPv6 range wider than /32 public ("The meaning of public").
 */
export function addressBinding(value: string, operator: Operator): Binding {
  if (operator.base !== 'IpAddress') return 'unclear';
  const [address = '', length, ...rest] = value.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return 'unclear';
  if (length === undefined) return 'binds';
  if (!/^\d{1,3}$/.test(length) || Number(length) > (family === 4 ? 32 : 128)) return 'unclear';
  return Number(length) >= (family === 4 ? 8 : 32) ? 'binds' : 'open';
}
