import type { Collector } from '../collector.ts';

/** The piece of a capture that is finished or not: one collector in one region. */
export interface Unit {
  /** E.g. `kms.key@eu-west-1`. */
  readonly name: string;
  readonly collector: Collector;
  readonly account: string;
  /** `global` for global collectors. */
  readonly region: string;
}

/** Global units first: buckets and roles take longest. */
export function planUnits(
  collectors: readonly Collector[],
  account: string,
  regions: readonly string[],
): readonly Unit[] {
  const global = collectors.filter((one) => one.scope === 'global');
  const regional = collectors.filter((one) => one.scope === 'regional');
  const unit = (collector: Collector, region: string): Unit => ({
    name: `${collector.name}@${region}`,
    collector,
    account,
    region,
  });
  return [
    ...global.map((one) => unit(one, 'global')),
    ...regional.flatMap((one) => regions.map((region) => unit(one, region))),
  ];
}
