import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { accessKeyOf } from '../../sandbox/caller.ts';
import { loadWorld } from '../../sandbox/load-world.ts';
import { createSandbox } from '../../sandbox/respond.ts';
import { readSample, readSampleInputs, sampleContract } from '../../sandbox/sample.ts';
import { serveSandbox } from '../../sandbox/serve-http.ts';
import { captureAccount } from '../capture-account.ts';
import { clearDemo } from '../clear-demo.ts';
import { finishTest } from '../finish-test.ts';
import { readConfig } from '../load-config.ts';
import { resolveSettings } from '../setting.ts';
import type { Shell } from '../shell.ts';
import { notEmpty } from '../options.ts';
import { planTest } from '../test-plan.ts';
import { capturedText } from './snapshot.ts';

/** `leastwise demo`: the main job, from live calls to reports, on the account `acme-ml`. */
export function demoCommand(shell: Shell): Command {
  return new Command('demo')
    .option(
      '--out <dir>',
      'directory for snapshot and reports, replaced on every run',
      notEmpty,
      'out/demo',
    )
    .action(({ out }: { out: string }) => demo(shell, out));
}

async function demo(shell: Shell, out: string): Promise<void> {
  const world = loadWorld(readSample('acme-ml'), {
    file: 'acme-ml.yaml',
    now: new Date(shell.now()),
  });
  const [account = ''] = world.accounts.keys();
  clearDemo(out, account);
  const sandbox = createSandbox(world, { clock: () => shell.now() });
  const served = await serveSandbox(sandbox);
  shell.terminal.say(`Sandbox account acme-ml listens on ${served.url}`);
  try {
    useEndpoint(served.url, account);
    await captureAndTest(shell, out);
  } finally {
    await served.close();
  }
}

async function captureAndTest(shell: Shell, out: string): Promise<void> {
  const config = readConfig(readSampleInputs('acme-ml'), 'acme-ml.inputs.yaml');
  const reports = ['text', `text:${join(out, 'report.txt')}`, `junit:${join(out, 'junit.xml')}`];
  const settings = resolveSettings({
    flags: {
      reports,
      suites: [exampleSuites()],
      contracts: [sampleContract('acme-ml')],
      regions: ['eu-west-1', 'us-east-1'],
    },
    environment: {},
    file: config.settings,
  });
  const plan = await planTest(settings.values, config, { flags: { quiet: true }, out });
  const snapshot = join(out, 'snapshot');
  const manifest = await captureAccount(shell, settings, {
    out: snapshot,
    resume: false,
    talks: true,
    goOn: null,
  });
  shell.terminal.say(capturedText(manifest, snapshot));
  await finishTest(shell, plan, { snapshot, exitZero: true });
  shell.terminal.say(`The demo account has faults on purpose. Everything lies in ${out}.`);
}

/** The shipped example of a hand-written spec. */
function exampleSuites(): string {
  return fileURLToPath(new URL('../../../suites/example', import.meta.url));
}

/** From here on the SDK in this process talks to the sandbox alone, with its credentials. */
function useEndpoint(url: string, account: string): void {
  for (const name of Object.keys(process.env))
    if (name.startsWith('AWS_')) delete process.env[name];
  const key = accessKeyOf(account);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: key.accessKeyId,
    AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
  });
}
