import type { Clock } from './clock.ts';

/** Milliseconds of lateness (of timers) that may be made good; else the rate is never reached. */
const catchUp = 50;

export interface PaceLimits {
  /** Requests per second at the beginning. */
  readonly start: number;
  /** Never faster than this. */
  readonly ceiling: number;
}

/**
 * Spaces requests evenly and finds the permitted rate: a little faster with every answer, a good
 * deal slower with every throttle (additive increase, multiplicative decrease).
 */
export class Pace {
  #rate: number;
  #nextSlot = 0;
  #queue: Promise<unknown> = Promise.resolve();
  readonly #limits: PaceLimits;
  readonly #clock: Clock;

  constructor(limits: PaceLimits, clock: Clock) {
    this.#limits = limits;
    this.#rate = limits.start;
    this.#clock = clock;
  }

  /** Requests per second at present. */
  get rate(): number {
    return this.#rate;
  }

  /** Waits for the next free slot. Slots are given in the order in which they were asked for. */
  acquire(): Promise<void> {
    // One waits at a time, so that a throttle slows down everybody who stands behind.
    const turn = this.#queue.then(() => this.#waitForSlot());
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #waitForSlot(): Promise<void> {
    const now = this.#clock.now();
    const slot = Math.max(this.#nextSlot, now - catchUp);
    this.#nextSlot = slot + 1000 / this.#rate;
    if (slot > now) await this.#clock.sleep(slot - now);
  }

  answered(): void {
    // About one request per second faster for every second at full speed.
    this.#rate = Math.min(this.#limits.ceiling, this.#rate + 1 / this.#rate);
  }

  throttled(): void {
    this.#rate = Math.max(this.#limits.start / 8, this.#rate * 0.7);
    // Everybody pauses: the service's bucket has to fill again.
    this.#nextSlot = Math.max(this.#nextSlot, this.#clock.now() + 1000 / this.#rate);
  }
}
