import { Command } from 'commander';
import picocolors from 'picocolors';
import type { Account } from '../../account/account.ts';
import { findPrincipal } from '../../account/access/find-principal.ts';
import { openAccount } from '../../account/open-account.ts';
import { fullArn } from '../../account/reach/asked-pattern.ts';
import { ownPlaces } from '../../account/reach/own-places.ts';
import { whatCan, type PossibleAction } from '../../account/reach/what-can.ts';
import { callerText } from '../../decide/miss.ts';
import type { Principal } from '../../decide/principal.ts';
import { exitCode } from '../../model/exit-code.ts';
import { undeclared } from '../../model/inputs.ts';
import { printable } from '../../model/printable.ts';
import type { Missing } from '../../model/verdict.ts';
import { readSnapshot } from '../../snapshot/read-snapshot.ts';
import { notEmpty } from '../options.ts';
import { missingLines } from '../reach-text.ts';
import type { Shell } from '../shell.ts';

interface Flags {
  readonly snapshot: string;
  readonly on?: string;
  readonly json?: boolean;
}

const examples = `
PRINCIPAL  an ARN, role/NAME, user/NAME, a name, "root", "anonymous" or sagemaker.amazonaws.com

Examples:
  leastwise what-can notebook-exec --on 's3://acme-churn-models/*' --snapshot out/demo/snapshot
  leastwise what-can role/DataScientist --snapshot out/demo/snapshot
  leastwise what-can anonymous --snapshot out/demo/snapshot --json

Every action of AWS is asked over every context; what is not listed the principal provably cannot.
Without --on it is asked for every bucket, key, role, repository, model package group, endpoint and
notebook of the snapshot.

Exit codes: 0 the list is certain and complete · 2 usage · 3 something could not be told`;

/** `leastwise what-can`: all that one principal can do to a resource, or to those of the account. */
export function whatCanCommand(shell: Shell): Command {
  return new Command('what-can')
    .argument('<principal>', 'who asks')
    .requiredOption('--snapshot <dir>', 'directory of the snapshot', notEmpty)
    .option('--on <resource>', 'ARN or s3://bucket/prefix, * and ? for any text', notEmpty)
    .option('--json', 'the answer as JSON')
    .addHelpText('after', examples)
    .action(async (name: string, flags: Flags) => {
      const account = openAccount(await readSnapshot(flags.snapshot), undeclared);
      const answer = ask(account, findPrincipal(account, name), flags.on);
      const colours = picocolors.createColors(shell.terminal.colour);
      const text = flags.json === true ? json(answer) : whatText(answer, colours);
      await shell.terminal.write(`${text}\n`);
      shell.end(isCertain(answer) ? exitCode.holds : exitCode.unknown);
    });
}

interface Answer {
  readonly principal: Principal;
  readonly places: readonly {
    readonly resource: string;
    readonly actions: readonly PossibleAction[];
  }[];
  readonly missing: readonly Missing[];
}

function ask(account: Account, principal: Principal, on: string | undefined): Answer {
  const { resources, missing } =
    on === undefined ? ownPlaces(account) : { resources: [fullArn(account, on)], missing: [] };
  const places = resources.map((resource) => ({
    resource,
    actions: whatCan(account, principal, resource),
  }));
  return { principal, places, missing };
}

function isCertain({ places, missing }: Answer): boolean {
  const sure = places.every(({ actions }) => actions.every(({ answer }) => answer.is === 'yes'));
  return missing.length === 0 && sure;
}

function whatText(answer: Answer, colours: ReturnType<typeof picocolors.createColors>): string {
  const { principal, places, missing } = answer;
  const reached = places.filter(({ actions }) => actions.length > 0);
  return [
    colours.bold(printable(`What can ${callerText(principal)} do?`, 1000)),
    '',
    ...reached.flatMap(({ resource, actions }) => [
      printable(resource, 1000),
      ...byLevel(actions).map((line) => `  ${line}`),
    ]),
    ...(reached.length === 0 ? ['nothing'] : []),
    '',
    ...missingLines(missing, colours),
    ...(isCertain(answer)
      ? [
          `Nothing else on ${places.length === 1 ? 'it' : `these ${String(places.length)} resources`}: every action was asked in every context.`,
        ]
      : []),
  ].join('\n');
}

/** One line for each access level; what cannot be told has a question mark. */
function byLevel(actions: readonly PossibleAction[]): readonly string[] {
  const levels = new Map<string, string[]>();
  for (const { action, accessLevel, answer } of actions) {
    const list = levels.get(accessLevel) ?? [];
    list.push(`${action}${answer.is === 'yes' ? '' : ' (?)'}`);
    levels.set(accessLevel, list);
  }
  return [...levels].map(([level, list]) => `${level}: ${list.join(', ')}`);
}

function json({ principal, places, missing }: Answer): string {
  return JSON.stringify(
    {
      principal: callerText(principal),
      resources: places.map(({ resource, actions }) => ({
        resource,
        actions: actions.map(({ action, accessLevel, answer }) => ({
          action,
          accessLevel,
          is: answer.is,
          pairs: answer.pairs,
        })),
      })),
      missing,
    },
    null,
    2,
  );
}
