import { Command, Option } from 'commander';
import type { Account } from '../../account/account.ts';
import { openAccount } from '../../account/open-account.ts';
import { refuseEmpty } from '../../account/reach/refuse-empty.ts';
import { actionFacts } from '../../facts/action-facts.ts';
import { exitCode } from '../../model/exit-code.ts';
import { undeclared } from '../../model/inputs.ts';
import { UserError } from '../../model/user-error.ts';
import { readSnapshot } from '../../snapshot/read-snapshot.ts';
import { askedAction } from '../asked-action.ts';
import { isCertain, matrixAnswer, type MatrixAnswer } from '../matrix-cells.ts';
import { matrixCsv, matrixJson, matrixText } from '../matrix-text.ts';
import { notEmpty } from '../options.ts';
import { missingLines } from '../reach-text.ts';
import type { Shell } from '../shell.ts';
import { textStyle } from '../text-style.ts';

interface Flags {
  readonly snapshot: string;
  readonly action: readonly string[];
  readonly csv?: boolean;
  readonly json?: boolean;
}

const usual = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'];

const examples = `
Examples:
  leastwise access-matrix --snapshot out/demo/snapshot
  leastwise access-matrix --action s3:PutObjectAcl s3:GetObjectVersion --snapshot out/demo/snapshot
  leastwise access-matrix --csv --snapshot out/demo/snapshot > access.csv

Each role and user is asked for some object of each bucket, over every context and with the bucket's
KMS key where one encrypts it. A row of the CSV is a principal, a bucket, an action and "yes" or "may";
what has no row is a proven no, as far as the lists are complete: what is missing is said on stderr.
Who is outside the account, and by which statements somebody gets in, is told by who-can.

Exit codes: 0 the table is certain and complete · 2 usage · 3 something could not be told ·
6 the account has no bucket`;

/** `leastwise access-matrix`: every role and user, every bucket, what they can do to its objects. */
export function accessMatrixCommand(shell: Shell): Command {
  return new Command('access-matrix')
    .requiredOption('--snapshot <dir>', 'directory of the snapshot', notEmpty)
    .addOption(
      new Option('--action <name...>', 'actions on objects').default(usual, 'read, write, delete'),
    )
    .addOption(new Option('--csv', 'a row for each that can or may').conflicts('json'))
    .option('--json', 'the table as JSON')
    .addHelpText('after', examples)
    .action(async (flags: Flags) => {
      const account = openAccount(await readSnapshot(flags.snapshot), undeclared);
      const actions = [...new Set(flags.action.map(objectAction))];
      refuseNoBuckets(account);
      const answer = matrixAnswer(account, actions, (text) => shell.terminal.status(text));
      await print(answer, flags, shell);
      shell.end(isCertain(answer) ? exitCode.holds : exitCode.unknown);
    });
}

/** Throws `UserError` for an action that is not about objects: nobody could, and that would say nothing. */
function objectAction(text: string): string {
  const action = askedAction(text);
  const types = actionFacts(action)?.resourceTypes ?? [];
  if (types.some(({ service, name }) => service === 's3' && name === 'object')) return action;
  throw new UserError(`${action} is not about objects in buckets; ask who-can for it`);
}

function refuseNoBuckets(account: Account): void {
  refuseEmpty(account, `arn:${account.partition}:s3:::*`, 's3:GetObject');
}

async function print(answer: MatrixAnswer, { csv, json }: Flags, shell: Shell): Promise<void> {
  const { terminal } = shell;
  const style = textStyle(terminal, 'normal');
  if (csv !== true && json !== true) {
    await terminal.write(`${matrixText(answer, style)}\n`);
    return;
  }
  for (const piece of csv === true ? matrixCsv(answer) : matrixJson(answer)) {
    await terminal.write(piece);
  }
  if (csv === true) missingLines(answer.missing, style.colours).forEach((one) => terminal.say(one));
}
