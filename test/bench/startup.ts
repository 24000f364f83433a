import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { showFigures } from './figure.ts';
import { median, timeOf } from './time.ts';

// How soon `leastwise --help` is there, against an empty program. The fastest of many starts is the
// one that the rest of the machine disturbed least.

const main = fileURLToPath(new URL('../../src/cli/main.js', import.meta.url));
const [help, empty]: [number[], number[]] = [[], []];
for (let round = 0; round < 11; round += 1) {
  empty.push(await milliseconds(['-e', '0']));
  help.push(await milliseconds([main, '--help']));
}
showFigures('Startup, 11 times', {
  '--help': [
    { name: 'fastest', value: Math.min(...help), unit: 'ms', atMost: 150 },
    { name: 'median', value: median(help), unit: 'ms' },
    {
      name: 'ratio of the fastest to an empty program',
      value: Math.min(...help) / Math.min(...empty),
    },
  ],
  'node -e 0': [
    { name: 'fastest', value: Math.min(...empty), unit: 'ms' },
    { name: 'median', value: median(empty), unit: 'ms' },
  ],
});

async function milliseconds(args: readonly string[]): Promise<number> {
  const took = await timeOf(() => execFileSync(process.execPath, args));
  return took.seconds * 1000;
}
