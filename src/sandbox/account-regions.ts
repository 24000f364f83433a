import { listIn, numberIn, textIn } from './input.ts';
import type { JsonObject } from '../model/json.ts';
import type { Call, Context, Operations } from './call.ts';

/** Regions that an account has to enable first; all others are on by default. */
const optInRegions = [
  'af-south-1',
  'ap-east-1',
  'ap-south-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-1',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'mx-central-1',
];

export const accountOperations: Operations = {
  ListRegions: { respond: listRegions, pages: true },
};

function listRegions(call: Call, context: Context): JsonObject {
  const wanted = listIn(call.input, 'RegionOptStatusContains');
  const regions = regionsOf(call).filter(
    (region) => wanted.length === 0 || wanted.includes(region.RegionOptStatus),
  );
  const page = context.paginate(regions, {
    token: textIn(call.input, 'NextToken'),
    size: numberIn(call.input, 'MaxResults') ?? 50,
  });
  return { Regions: page.items, ...(page.next !== undefined && { NextToken: page.next }) };
}

function regionsOf(call: Call): readonly { RegionName: string; RegionOptStatus: string }[] {
  const enabled = call.account.regions.map((name) => ({
    RegionName: name,
    RegionOptStatus: optInRegions.includes(name) ? 'ENABLED' : 'ENABLED_BY_DEFAULT',
  }));
  const disabled = optInRegions
    .filter((name) => !call.account.regions.includes(name))
    .map((name) => ({ RegionName: name, RegionOptStatus: 'DISABLED' }));
  return [...enabled, ...disabled];
}
