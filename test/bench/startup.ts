import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { showFigures } from './figure.ts';
import { median, secondsOf } from './time.ts';

// How soon `leastwise --help` is there, against an empty program.

const main = fileURLToPath(new URL('../../src/cli/main.js', import.meta.url));
const [help, empty]: [number[], number[]] = [[], []];
for (let round = 0; round < 11; round += 1) {
  empty.push(await secondsOf(() => execFileSync(process.execPath, ['-e', '0'])));
  help.push(await secondsOf(() => execFileSync(process.execPath, [main, '--help'])));
}
const [whole, node] = [median(help) * 1000, median(empty) * 1000];
showFigures('Startup, median of 11', {
  leastwise: [
    { name: '--help', value: whole, unit: 'ms', atMost: 150 },
    { name: 'node -e 0', value: node, unit: 'ms' },
    { name: 'ratio', value: whole / node },
  ],
});
