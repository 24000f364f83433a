export interface Took {
  readonly seconds: number;
  /** Seconds of processor time: what others do on the machine hardly counts in it. */
  readonly processor: number;
}

export async function timeOf(work: () => unknown): Promise<Took> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - start) / 1000, processor: (user + system) / 1e6 };
}

/** Megabytes that this process ever held at the most. */
export function mostMemory(): number {
  return (process.resourceUsage().maxRSS * 1024) / 1e6;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
