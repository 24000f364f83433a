import { Command } from 'commander';
import { CaseError } from '../../decide/case-error.ts';
import type { DecideAnswer } from '../../decide/case.ts';
import { decideCase } from '../../decide/decide-case.ts';
import type { ExitCode } from '../../model/exit-code.ts';
import { UserError } from '../../model/user-error.ts';
import { answerBatch, type LineAnswer } from '../batch.ts';
import { addContext, type ContextFlags } from '../context-option.ts';
import { outcomeCode } from '../outcome-code.ts';
import { readJson } from '../read-json.ts';
import type { Shell } from '../shell.ts';

interface Flags {
  readonly batch?: string;
  readonly principal?: string;
  readonly action?: string;
  readonly resource?: string;
  readonly context: ContextFlags;
  readonly identity: readonly string[];
  readonly boundary: readonly string[];
  readonly session: readonly string[];
  readonly scp: readonly string[];
  readonly rcp: readonly string[];
  readonly endpoint: readonly string[];
  readonly resourcePolicy?: string;
  readonly resourceAccount?: string;
  readonly settings?: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  leastwise policy decide case.json
  leastwise policy decide --principal arn:aws:iam::111122223333:role/Train --action s3:GetObject \\
      --resource arn:aws:s3:::models/a.tar.gz --identity train.json --resource-policy bucket.json
  leastwise policy decide --batch cases.jsonl        one case a line, one answer a line

A case: { "request": { "principal", "action", "resource", "resourceAccount", "context" },
          "policies": { "identity": [DOC], "boundary", "session", "scp": [[DOC]], "rcp", "endpoint",
                        "resource": DOC }, "settings": { "s3", "kms" } }
A layer that is left out does not apply; an empty one allows nothing.

Exit codes: 0 allowed · 1 denied · 2 the input cannot be read · 3 unknown. With --batch: 0, or 2
when a line could not be answered.`;

/** `leastwise policy decide`: one request against policies from files. */
export function policyDecideCommand(shell: Shell): Command {
  const list = (flag: string, what: string, command: Command): Command =>
    command.option(`${flag} <file...>`, what, collect, []);
  const command = new Command('decide')
    .description('may this principal do that, by these policies, and why')
    .argument('[case]', 'a JSON file with one case; - reads standard input')
    .option('--batch <file>', 'JSON Lines, one case a line; - reads standard input')
    .option('--principal <arn>', 'ARN, "anonymous" or a service, e.g. sagemaker.amazonaws.com')
    .option('--action <action>', 'e.g. s3:GetObject')
    .option('--resource <arn>', 'ARN, or * for an action without a resource')
    .option('--resource-account <id>', 'the account that owns the resource')
    .option('--context <key=value>', 'a context key; again for more values', addContext, {});
  list('--identity', 'identity policies', command);
  list('--boundary', 'permissions boundary', command);
  list('--session', 'session policies', command);
  list('--scp', 'service control policies, one level a file, root first', command);
  list('--rcp', 'resource control policies, one level a file, root first', command);
  list('--endpoint', 'VPC endpoint policy', command);
  return command
    .option('--resource-policy <file>', 'bucket, key, trust or other resource policy')
    .option('--settings <file>', 'JSON: S3 block public access, ownership, ACLs; KMS grants')
    .option('--json', 'the answer as JSON')
    .addHelpText('after', examples)
    .action(async (file: string | undefined, flags: Flags) => {
      shell.end(
        flags.batch === undefined
          ? await decideOne(caseOf(file, flags), flags.json === true, shell)
          : await answerBatch(flags.batch, answerLine, shell),
      );
    });
}

function answerLine(value: unknown): LineAnswer {
  try {
    return { answer: decideCase(value) };
  } catch (error) {
    if (error instanceof CaseError) return { code: error.code, message: error.message };
    throw error;
  }
}

async function decideOne(given: unknown, json: boolean, shell: Shell): Promise<ExitCode> {
  const answer = answerOrThrow(given);
  const text = json ? JSON.stringify(answer, null, 2) : answerText(answer);
  await shell.terminal.write(`${text}\n`);
  return outcomeCode(answer.decision);
}

function answerOrThrow(given: unknown): DecideAnswer {
  try {
    return decideCase(given);
  } catch (error) {
    if (error instanceof CaseError) throw new UserError(error.message, { cause: error });
    throw error;
  }
}

function answerText({ decision, reasons }: DecideAnswer): string {
  return [decision, ...reasons.map((reason) => `  - ${reason.text}`)].join('\n');
}

function caseOf(file: string | undefined, flags: Flags): unknown {
  if (file !== undefined) return readJson(file);
  const { principal, action, resource } = flags;
  if (principal === undefined || action === undefined || resource === undefined) {
    throw new UserError(
      'give a case file, --batch FILE, or --principal, --action and --resource; see --help',
    );
  }
  const request = {
    principal: principal.endsWith('.amazonaws.com') ? { service: principal } : principal,
    action,
    resource,
    ...(flags.resourceAccount !== undefined && { resourceAccount: flags.resourceAccount }),
    context: flags.context,
  };
  const settings = flags.settings === undefined ? {} : { settings: readJson(flags.settings) };
  return { request, policies: policiesOf(flags), ...settings };
}

function policiesOf(flags: Flags): object {
  const layer = (name: string, files: readonly string[]): object =>
    files.length === 0 ? {} : { [name]: files.map(readJson) };
  const levels = (name: string, files: readonly string[]): object =>
    files.length === 0 ? {} : { [name]: files.map((one) => [readJson(one)].flat()) };
  return {
    ...layer('identity', flags.identity),
    ...layer('boundary', flags.boundary),
    ...layer('session', flags.session),
    ...levels('scp', flags.scp),
    ...levels('rcp', flags.rcp),
    ...layer('endpoint', flags.endpoint),
    ...(flags.resourcePolicy !== undefined && { resource: readJson(flags.resourcePolicy) }),
  };
}

function collect(value: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, value];
}
