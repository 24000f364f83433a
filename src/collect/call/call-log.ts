import type { CallCoverage } from '../../model/snapshot.ts';

type Tally = { -readonly [N in keyof CallCoverage]: CallCoverage[N] } & {
  failures: Record<string, number>;
};

/** What was asked of AWS and how it went, per account, region and operation. */
export class CallLog {
  readonly #tallies = new Map<string, Tally>();

  /** One logical call that ended; `failure` is the state it left, undefined for a good answer. */
  record(call: EndedCall): void {
    const tally = this.#tallyOf(call);
    tally.calls += 1;
    tally.items += call.items;
    tally.attempts += call.attempts;
    tally.throttles += call.throttles;
    tally.milliseconds += call.end - call.start;
    if (call.failure !== undefined) {
      tally.failures[call.failure] = (tally.failures[call.failure] ?? 0) + 1;
    }
    const [start, end] = [isoTime(call.start), isoTime(call.end)];
    if (start < tally.firstAt) tally.firstAt = start;
    if (end > tally.lastAt) tally.lastAt = end;
  }

  /** Sorted by account, region and operation. */
  coverage(): readonly CallCoverage[] {
    return [...this.#tallies.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, tally]) => tally);
  }

  #tallyOf(call: EndedCall): Tally {
    const key = `${call.account} ${call.region} ${call.operation}`;
    const known = this.#tallies.get(key);
    if (known !== undefined) return known;
    const { account, region, operation } = call;
    const tally: Tally = {
      account,
      region,
      operation,
      calls: 0,
      items: 0,
      attempts: 0,
      throttles: 0,
      milliseconds: 0,
      failures: {},
      firstAt: isoTime(call.start),
      lastAt: isoTime(call.end),
    };
    this.#tallies.set(key, tally);
    return tally;
  }
}

export interface EndedCall {
  readonly account: string;
  readonly region: string;
  readonly operation: string;
  readonly items: number;
  readonly attempts: number;
  readonly throttles: number;
  /** Milliseconds since the epoch. */
  readonly start: number;
  readonly end: number;
  readonly failure?: string | undefined;
}

function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
