import { sha256 } from '../../model/canonical.ts';

/** Ids that look like AWS's but come from what they name, so that a file gives the same account. */
export const derivedId = {
  /** E.g. `AROA` and seventeen letters: the UniqueId of an IAM entity. */
  unique(prefix: string, seed: string): string {
    const digest = Buffer.from(sha256(seed), 'hex');
    const letters = [...digest.subarray(0, 17)].map((byte) => base32.charAt(byte % 32));
    return prefix + letters.join('');
  },
  uuid(seed: string): string {
    const hex = sha256(seed);
    const variant = '89ab'.charAt(parseInt(hex.charAt(16), 16) % 4);
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      variant + hex.slice(17, 20),
      hex.slice(20, 32),
    ].join('-');
  },
  hex(length: number, seed: string): string {
    return sha256(seed).slice(0, length);
  },
  /** At least 0, below 1. */
  fraction(seed: string): number {
    return parseInt(sha256(seed).slice(0, 12), 16) / 2 ** 48;
  },
} as const;

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
