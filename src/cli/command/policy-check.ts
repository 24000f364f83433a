import { Command } from 'commander';
import { CaseError } from '../../decide/case-error.ts';
import { exitCode, type ExitCode } from '../../model/exit-code.ts';
import { printable } from '../../model/printable.ts';
import { UserError } from '../../model/user-error.ts';
import {
  checkAccessNotGranted,
  checkNoNewAccess,
  checkNoPublicAccess,
  type CheckAnswer,
} from '../../reach/check-case.ts';
import { answerBatch, type AnswerCase } from '../batch.ts';
import { readJson } from '../read-json.ts';
import type { Shell } from '../shell.ts';
import { checkPrincipal } from '../check-principal.ts';

const exitCodes = `
Exit codes: 0 PASS · 1 FAIL · 2 the input cannot be read · 3 UNKNOWN. With --batch: 0, or 2 when a line
could not be answered.`;

type Check = (given: unknown) => CheckAnswer;

interface Flags {
  readonly batch?: string;
  readonly json?: boolean;
  readonly [name: string]: unknown;
}

/** `leastwise policy check-no-new-access`. */
export function noNewAccessCommand(shell: Shell): Command {
  const command = new Command('check-no-new-access')
    .description('does a new policy grant anything that the existing one does not')
    .argument('[new]', 'the new policy')
    .argument('[existing]', 'the policy it is to replace')
    .option('--type <type>', 'identity, resource or trust', 'identity')
    .option('--account <id>', 'the account it belongs to')
    .option(
      '--principal <name>',
      'in place of a new policy: all that a role or user of the snapshot has; the policy that is given says what it may have',
    )
    .option('--snapshot <dir>', 'directory of the snapshot, for --principal');
  const ofPrincipal: OtherCheck = (files, flags) =>
    flags['principal'] === undefined && flags['snapshot'] === undefined
      ? undefined
      : checkPrincipal(files, flags);
  return finished(
    command,
    { check: checkNoNewAccess, other: ofPrincipal },
    shell,
    ([fresh, existing], flags) =>
      fresh === undefined || existing === undefined
        ? undefined
        : {
            type: flags['type'],
            new: readJson(fresh),
            existing: readJson(existing),
            account: flags['account'],
          },
  );
}

/** `leastwise policy check-access-not-granted`. */
export function accessNotGrantedCommand(shell: Shell): Command {
  const command = new Command('check-access-not-granted')
    .description('does a policy grant any of these actions on any of these resources')
    .argument('[policy]', 'the policy')
    .option('--type <type>', 'identity, resource or trust', 'identity')
    .option('--actions <action...>', 'actions that must not be granted')
    .option('--resources <arn...>', 'resources on which they must not be granted')
    .option('--account <id>', 'the account it belongs to');
  return finished(command, { check: checkAccessNotGranted }, shell, ([policy], flags) => {
    const { actions, resources } = flags;
    const access = {
      ...(actions !== undefined && { actions }),
      ...(resources !== undefined && { resources }),
    };
    return policy === undefined
      ? undefined
      : {
          type: flags['type'],
          policy: readJson(policy),
          access: [access],
          account: flags['account'],
        };
  });
}

/** `leastwise policy check-no-public-access`. */
export function noPublicAccessCommand(shell: Shell): Command {
  const command = new Command('check-no-public-access')
    .description('does a resource policy let strangers in')
    .argument('[policy]', 'the policy')
    .option('--resource-type <type>', 'e.g. AWS::S3::Bucket or AWS::KMS::Key', 'AWS::S3::Bucket')
    .option('--account <id>', 'the account that owns the resource');
  return finished(command, { check: checkNoPublicAccess }, shell, ([policy], flags) =>
    policy === undefined
      ? undefined
      : {
          resourceType: flags['resourceType'],
          policy: readJson(policy),
          account: flags['account'],
        },
  );
}

/** A question of the same kind with other input; undefined: that is not what is asked. */
type OtherCheck = (
  files: readonly (string | undefined)[],
  flags: Flags,
) => Promise<CheckAnswer> | undefined;

/** What the three have in common; `caseOf` gives undefined where files are missing. */
function finished(
  command: Command,
  { check, other }: { readonly check: Check; readonly other?: OtherCheck },
  shell: Shell,
  caseOf: (files: readonly (string | undefined)[], flags: Flags) => unknown,
): Command {
  return command
    .option('--batch <file>', 'JSON Lines, one case a line; - reads standard input')
    .option('--json', 'the answer as JSON')
    .addHelpText('after', exitCodes)
    .action(async () => {
      const flags = command.opts<Flags>();
      const answered = await other?.(command.args, flags);
      if (answered !== undefined) {
        await show(answered, flags, shell);
        return;
      }
      if (flags.batch !== undefined) {
        shell.end(await answerBatch(flags.batch, inBatch(check), shell));
        return;
      }
      // Who is a stranger depends on it, so there is no default.
      if (command.args.length > 0 && flags['account'] === undefined) {
        throw new UserError('give --account, the twelve digits of the account that it belongs to');
      }
      const given = caseOf(command.args, flags);
      if (given === undefined)
        throw new UserError('give the policy files, or --batch FILE; see --help');
      await show(alone(check, given), flags, shell);
    });
}

async function show(answer: CheckAnswer, { json }: Flags, shell: Shell): Promise<void> {
  const text = json === true ? JSON.stringify(answer, null, 2) : textOf(answer);
  await shell.terminal.write(`${text}\n`);
  shell.end(codeOf(answer));
}

function inBatch(check: Check): AnswerCase {
  return (value) => {
    try {
      return { answer: check(value) };
    } catch (error) {
      if (error instanceof CaseError) return { code: error.code, message: error.message };
      throw error;
    }
  };
}

function alone(check: Check, given: unknown): CheckAnswer {
  try {
    return check(given);
  } catch (error) {
    if (error instanceof CaseError) throw new UserError(error.message, { cause: error });
    throw error;
  }
}

function textOf({ result, witness, reasons, reachableBy }: CheckAnswer): string {
  const lines = [
    result,
    ...(reachableBy === undefined ? [] : [`  reachable by: ${reachableBy}`]),
    ...(witness === undefined ? [] : [`  witness: ${JSON.stringify(witness)}`]),
    ...reasons.map((reason) => `  - ${reason}`),
  ];
  return lines.map((line) => printable(line, 4000)).join('\n');
}

function codeOf({ result }: CheckAnswer): ExitCode {
  switch (result) {
    case 'PASS':
      return exitCode.holds;
    case 'FAIL':
      return exitCode.violations;
    case 'UNKNOWN':
      return exitCode.unknown;
  }
}
