import { Command } from 'commander';
import picocolors from 'picocolors';
import type { Account } from '../../account/account.ts';
import type { WhoCanBecome } from '../../account/escalation/edge.ts';
import { whoCanBecome } from '../../account/escalation/who-can-become.ts';
import { openAccount } from '../../account/open-account.ts';
import { askedPattern } from '../../account/reach/asked-pattern.ts';
import type { ReachQuestion, WhoCan } from '../../account/reach/reach-answer.ts';
import { exitCode } from '../../model/exit-code.ts';
import { undeclared } from '../../model/inputs.ts';
import { printable } from '../../model/printable.ts';
import { readSnapshot } from '../../snapshot/read-snapshot.ts';
import { askedAction } from '../asked-action.ts';
import { addContext, type ContextFlags } from '../context-option.ts';
import { notEmpty } from '../options.ts';
import { chainLines, missingLines, reachLines } from '../reach-text.ts';
import type { Shell } from '../shell.ts';

interface Flags {
  readonly snapshot: string;
  readonly transitive?: boolean;
  readonly context: ContextFlags;
  readonly without: readonly string[];
  readonly json?: boolean;
}

const examples = `
RESOURCE   an ARN, s3://bucket/prefix, role/NAME, or * for an action without a resource; in ARNs and
           s3 names * and ? stand for any text: who can on any of them?

Examples:
  leastwise who-can s3:GetObject 's3://acme-fraud-training-data/*' --snapshot out/demo/snapshot
  leastwise who-can s3:PutObject s3://acme-churn-models --transitive --snapshot out/demo/snapshot
  leastwise who-can sts:AssumeRole role/notebook-exec --snapshot out/demo/snapshot --json

Asked over every context: each "can" has a request that the engine allows; whoever is not listed
provably cannot. Reading an object that a KMS key encrypts needs the key, too.

Exit codes: 0 the list is certain and complete · 2 usage · 3 something could not be told`;

/** `leastwise who-can`: everybody who can, with the statements that let them in. */
export function whoCanCommand(shell: Shell): Command {
  return new Command('who-can')
    .argument('<action>', 'e.g. s3:GetObject')
    .argument('<resource>', 'ARN or s3://bucket/prefix')
    .requiredOption('--snapshot <dir>', 'directory of the snapshot', notEmpty)
    .option('--transitive', 'those, too, who can by acting as somebody else, by the shortest way')
    .option('--context <key=value>', 'what every request carries; again for more', addContext, {})
    .option('--without <key...>', 'context keys that no request carries', [])
    .option('--json', 'the answer as JSON')
    .addHelpText('after', examples)
    .action(async (action: string, resource: string, flags: Flags) => {
      const account = openAccount(await readSnapshot(flags.snapshot), undeclared);
      const answer = ask(account, { action, resource, flags });
      const colours = picocolors.createColors(shell.terminal.colour);
      const text = flags.json === true ? json(answer) : whoText(answer, colours);
      await shell.terminal.write(`${text}\n`);
      shell.end(isCertain(answer) ? exitCode.holds : exitCode.unknown);
    });
}

interface Answer {
  readonly question: ReachQuestion;
  readonly who: WhoCan;
  /** Undefined: not asked for. */
  readonly further: WhoCanBecome | undefined;
  /** How many roles and users were asked. */
  readonly principals: number;
}

interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly flags: Flags;
}

function ask(account: Account, { action, resource, flags }: Asked): Answer {
  const asked = askedAction(action);
  const question = {
    action: asked,
    resource: askedPattern(account, asked, resource),
    context: flags.context,
    without: flags.without,
  };
  const who = account.whoCan(question);
  const further = flags.transitive === true ? whoCanBecome(account, who) : undefined;
  const principals = account.all('iam.role').length + account.all('iam.user').length;
  return { question, who, further, principals };
}

function isCertain({ who, further }: Answer): boolean {
  const missing = [...who.missing, ...(further?.missing ?? [])];
  const sure = who.reaches.every(({ answer }) => answer.is === 'yes');
  const chains = further?.chains ?? [];
  return missing.length === 0 && sure && chains.every(({ edges }) => edges.every(isSure));
}

function isSure({ is }: { readonly is: 'yes' | 'may' }): boolean {
  return is === 'yes';
}

function whoText(answer: Answer, colours: ReturnType<typeof picocolors.createColors>): string {
  const { question, who, further, principals } = answer;
  const direct = who.reaches.length;
  const lines = [
    colours.bold(printable(`Who can call ${question.action} on ${question.resource}?`, 1000)),
    '',
    ...who.reaches.flatMap((one) => reachLines(one, colours)),
    ...(direct === 0 ? ['  nobody'] : []),
    ...(further === undefined ? [] : ['', 'By acting as somebody else:']),
    ...(further?.chains ?? []).flatMap((one) => chainLines(one, colours)),
    ...(further?.chains.length === 0 ? ['  nobody else'] : []),
    '',
    ...missingLines([...who.missing, ...(further?.missing ?? [])], colours),
    ...(isCertain(answer)
      ? [`Nobody else: asked of ${String(principals)} roles and users and of everybody outside.`]
      : []),
    ...who.assumptions.map((one) => colours.dim(printable(`Assumed: ${one}`, 1000))),
  ];
  return lines.join('\n');
}

function json({ question, who, further }: Answer): string {
  const { reaches, missing, assumptions } = who;
  return JSON.stringify(
    {
      action: question.action,
      resource: question.resource,
      principals: reaches.map(({ subject, answer }) => ({
        sort: subject.sort,
        name: subject.name,
        is: answer.is,
        pairs: answer.pairs,
      })),
      ...(further && {
        chains: further.chains.map((one) => ({ ...one, end: one.end.subject.name })),
      }),
      missing: [...missing, ...(further?.missing ?? [])],
      assumptions,
    },
    null,
    2,
  );
}
