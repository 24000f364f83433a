/** Time as the snapshotter sees it, so that tests and benchmarks can bring their own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}
