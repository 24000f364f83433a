import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaptureEnvironment, CaptureRequest } from '../collect/capture/capture-request.ts';
import type { Collector } from '../collect/collector.ts';
import type { Progress } from '../collect/capture/progress.ts';
import { isKind, kinds, type Kind } from '../model/resource.ts';
import type { Manifest } from '../model/snapshot.ts';
import { UserError } from '../model/user-error.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { readPlan } from '../snapshot/plan.ts';
import { parseSince } from './duration.ts';
import { endpointOverride } from './endpoint.ts';
import type { Settings, SettingValues } from './setting.ts';
import type { Shell } from './shell.ts';
import { toolVersion } from './tool.ts';
import { unreadText } from './unread-text.ts';

export interface CaptureOptions {
  readonly out: string;
  readonly resume: boolean;
  /** False with --quiet. */
  readonly talks: boolean;
  /** The command that goes on with this capture when it was interrupted; null: none does. */
  readonly goOn: string | null;
}

/** Captures as the settings say, with progress on the terminal. Loads the SDK. */
export async function captureAccount(
  shell: Shell,
  settings: Settings,
  options: CaptureOptions,
): Promise<Manifest> {
  const { capture } = await import('../collect/capture/capture.ts');
  const { collectors } = await import('../collect/index.ts');
  settings.values.regions.forEach(checkRegion);
  const resumed = options.resume ? resumedSettings(options.out, settings) : settings.values;
  const request: CaptureRequest = {
    out: options.out,
    resume: options.resume,
    regions: resumed.regions.length === 0 ? null : resumed.regions,
    collectors: collectorsOf(resumed.kinds, collectors),
    jobsSince: parseSince(resumed.jobsSince, new Date(shell.now()), '--jobs-since'),
    describeUpTo: resumed.describeJobs,
  };
  try {
    const manifest = await capture(
      request,
      await captureEnvironment(shell, settings.values, options),
    );
    const unread = unreadText(options.out);
    if (unread !== null) shell.terminal.say(unread);
    return manifest;
  } catch (error) {
    sayHowToGoOn(shell, error, options);
    throw withProfile(error, settings.values.profile ?? shell.environment['AWS_PROFILE']);
  }
}

/** The SDK does not say which profile it looked for in vain. */
function withProfile(error: unknown, profile: string | undefined): unknown {
  const none = error instanceof UserError && error.message.includes('CredentialsProviderError');
  if (!none || profile === undefined) return error;
  return new UserError(
    `${error.message}\nThe profile "${profile}" is in force: see aws configure list --profile ${profile}.`,
    { cause: error },
  );
}

function sayHowToGoOn(shell: Shell, error: unknown, { out, goOn }: CaptureOptions): void {
  const stopped = error instanceof Error && /^(Interrupted|CredentialsRejected)$/.test(error.name);
  if (!stopped || goOn === null || readPlan(out) === undefined) return;
  shell.terminal.say(`What is finished is kept: ${goOn} goes on from there.`);
}

/** An interrupted capture goes on with its own window, kinds and regions unless others are named. */
function resumedSettings(dir: string, { values, origins }: Settings): SettingValues {
  const plan = readPlan(dir);
  if (plan === undefined) return values;
  const regions = plan.regionScope === 'named' ? plan.regions : [];
  return {
    ...values,
    ...(origins.regions === 'default' && { regions }),
    ...(origins.kinds === 'default' && { kinds: plan.kinds }),
    ...(origins.jobsSince === 'default' && { jobsSince: plan.jobsSince }),
  };
}

/** The SDK would take it for a host name and blame the credentials. */
function checkRegion(name: string): void {
  if (/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(name)) return;
  throw new UserError(
    `--region ${name}: that is not the name of a region; write e.g. --region eu-west-1 --region us-east-1`,
  );
}

function collectorsOf(names: readonly string[], all: readonly Collector[]): readonly Collector[] {
  if (names.length === 0) return all;
  const wanted = new Set<Kind>(names.map(kindNamed));
  return all.filter((one) => one.kinds.some((kind) => wanted.has(kind)));
}

function kindNamed(name: string): Kind {
  if (isKind(name)) return name;
  const near = didYouMean(name, kinds);
  const mend = near === undefined ? `one of ${kinds.join(', ')}` : `did you mean ${near}?`;
  throw new UserError(`there is no resource kind ${name}; ${mend}`);
}

async function captureEnvironment(
  shell: Shell,
  settings: SettingValues,
  options: CaptureOptions,
): Promise<CaptureEnvironment> {
  const { sharedTransport } = await import('../collect/call/transport.ts');
  const { resolveCredentials } = await import('../collect/call/credentials.ts');
  const override = endpointOverride(shell.environment);
  if (override !== null) {
    shell.terminal.say(
      `NOTICE: not AWS itself is asked, but ${override} (recorded in the snapshot)`,
    );
  }
  const runId = randomUUID();
  const transport = sharedTransport();
  const startRegion = firstRegion(shell, settings);
  const clock = {
    now: () => shell.now(),
    sleep: (milliseconds: number) => sleep(milliseconds, undefined, { signal: shell.signal }),
  };
  const credentials = resolveCredentials(
    { ...roleOf(settings, runId), region: startRegion },
    { clock, transport, anyHost: override !== null },
  );
  return {
    tool: toolVersion(),
    runId,
    clock,
    credentials,
    transport,
    startRegion,
    endpointOverride: override,
    signal: shell.signal,
    onProgress: options.talks ? progressLine(shell) : () => undefined,
    maxAttempts: 8,
    backoff: (attempt) => Math.random() * Math.min(20_000, 100 * 2 ** attempt),
    paced: true,
  };
}

function firstRegion(shell: Shell, settings: SettingValues): string {
  const { AWS_REGION, AWS_DEFAULT_REGION } = shell.environment;
  return settings.regions[0] ?? AWS_REGION ?? AWS_DEFAULT_REGION ?? 'us-east-1';
}

function roleOf(settings: SettingValues, runId: string) {
  const { profile, roleArn, externalId } = settings;
  if (externalId !== null && roleArn === null) {
    throw new UserError('--external-id goes with --role-arn');
  }
  if (roleArn !== null && !/^arn:[^:]+:iam::\d{12}:role\/./.test(roleArn)) {
    throw new UserError(
      `--role-arn ${roleArn}: write the whole ARN, e.g. arn:aws:iam::111122223333:role/Reader`,
    );
  }
  const role = roleArn !== null && {
    role: {
      arn: roleArn,
      session: `leastwise-${runId.slice(0, 8)}`,
      ...(externalId !== null && { externalId }),
    },
  };
  return { ...(profile !== null && { profile }), ...role };
}

function progressLine(shell: Shell): (progress: Progress) => void {
  const startedAt = shell.now();
  let shownAt = 0;
  return (progress) => {
    const now = shell.now();
    if (now - shownAt < 100 && progress.unitsDone < progress.units) return;
    shownAt = now;
    shell.terminal.status(progressText(progress, (now - startedAt) / 1000));
  };
}

/** E.g. `12 of 48 units, 310 calls, 0 throttles, about 20 s left`. */
export function progressText(progress: Progress, seconds: number): string {
  const { units, unitsDone, unitsResumed, calls, throttles } = progress;
  const done = unitsDone - unitsResumed;
  const left = done === 0 ? undefined : Math.ceil((seconds / done) * (units - unitsDone));
  const estimate = left === undefined ? '' : `, about ${left} s left`;
  return `${unitsDone} of ${units} units, ${calls} calls, ${throttles} throttles${estimate}`;
}
