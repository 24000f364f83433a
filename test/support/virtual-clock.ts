import type { Clock } from '../../src/collect/call/clock.ts';

/** A clock that moves only when somebody sleeps. */
export function virtualClock(start = Date.parse('2026-11-01T00:00:00Z')): Clock {
  let now = start;
  return {
    now: () => now,
    async sleep(milliseconds) {
      const until = now + milliseconds;
      await Promise.resolve();
      now = Math.max(now, until);
    },
  };
}
