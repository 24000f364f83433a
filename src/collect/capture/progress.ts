import type { Attempts } from '../call/client-pool.ts';

export interface Progress {
  readonly units: number;
  readonly unitsDone: number;
  /** Units that an earlier run had finished; they count as done. */
  readonly unitsResumed: number;
  readonly calls: number;
  readonly throttles: number;
}

/** Counts units and calls, and tells after each. */
export class ProgressCount {
  #now: Progress = { units: 0, unitsDone: 0, unitsResumed: 0, calls: 0, throttles: 0 };
  readonly #tell: (progress: Progress) => void;

  constructor(tell: (progress: Progress) => void) {
    this.#tell = tell;
  }

  begin(units: number, resumed: number): void {
    this.#change({ units, unitsDone: resumed, unitsResumed: resumed });
  }

  unitDone(): void {
    this.#change({ unitsDone: this.#now.unitsDone + 1 });
  }

  callDone(attempts: Readonly<Attempts>): void {
    this.#change({
      calls: this.#now.calls + 1,
      throttles: this.#now.throttles + attempts.throttles,
    });
  }

  #change(change: Partial<Progress>): void {
    this.#now = { ...this.#now, ...change };
    this.#tell(this.#now);
  }
}
