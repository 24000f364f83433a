import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestRecord } from '../../src/model/record.ts';
import { readChain } from '../../src/report/read-chain.ts';
import { leastwise, type CliEnd } from './cli.ts';
import { motoEnvironment, motoRegion, type MotoCredentials } from './moto-client.ts';
import { boundary } from './moto-iam.ts';
import { privateSubnet } from './moto-sagemaker.ts';

export interface MotoRun {
  readonly end: CliEnd;
  /** The run directory. */
  readonly out: string;
  readonly snapshot: string;
  readonly records: readonly TestRecord[];
}

/** What the team of the filled account declares. */
export const declared = `inputs:
  approvedSubnets: [${privateSubnet}]
  permissionsBoundaries: ['${boundary}']
  retainedBuckets: [models, plain]
`;

/** `leastwise run` in a directory of its own, which whoever calls removes. */
export async function runOnMoto(
  url: string,
  options: { readonly credentials?: MotoCredentials; readonly flags?: readonly string[] } = {},
): Promise<MotoRun> {
  const cwd = mkdtempSync(join(tmpdir(), 'leastwise-moto-'));
  writeFileSync(join(cwd, 'leastwise.yaml'), declared);
  const end = await leastwise(
    ['run', '--region', motoRegion, '--out', 'run', '--report', 'junit:junit.xml'].concat(
      options.flags ?? [],
    ),
    { cwd, environment: motoEnvironment(url, options.credentials) },
  );
  const out = join(cwd, 'run');
  return { end, out: cwd, snapshot: join(out, 'snapshot'), records: await readRecords(out) };
}

/** The records of a run directory, with their chain verified. */
export async function readRecords(out: string): Promise<readonly TestRecord[]> {
  const records: TestRecord[] = [];
  const lines = readFileSync(join(out, 'records.ndjson'), 'utf8').split('\n');
  for await (const record of readChain(lines)) records.push(record);
  return records;
}

/** Status and findings of every record of a rule, by the resource's name. */
export function verdictsOf(
  records: readonly TestRecord[],
  code: string,
  names: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return Object.fromEntries(
    records
      .filter((record) => record.code === code)
      .map(({ name, status, evidence }) => {
        const findings = evidence.map((one) => one.finding).join(', ');
        return [names[name] ?? name, findings === '' ? status : `${status}: ${findings}`];
      }),
  );
}
