import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// Every benchmark, one after the other, with the arguments given here; fails if one of them does.

for (const name of [
  'startup',
  'read-snapshot',
  'evaluate',
  'decide',
  'reach',
  'who-can',
  'snapshot',
]) {
  const file = fileURLToPath(new URL(`${name}.js`, import.meta.url));
  const args = name === 'snapshot' ? process.argv.slice(2) : [];
  const { status } = spawnSync(process.execPath, [file, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
