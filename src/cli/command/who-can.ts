import { Command } from 'commander';
import picocolors from 'picocolors';
import type { Account } from '../../account/account.ts';
import { whoCanBecome } from '../../account/escalation/who-can-become.ts';
import { openAccount } from '../../account/open-account.ts';
import { askedPattern } from '../../account/reach/asked-pattern.ts';
import { refuseEmpty } from '../../account/reach/refuse-empty.ts';
import { exitCode } from '../../model/exit-code.ts';
import { undeclared } from '../../model/inputs.ts';
import { readSnapshot } from '../../snapshot/read-snapshot.ts';
import { askedAction } from '../asked-action.ts';
import { addContextOptions, type ContextFlags } from '../context-option.ts';
import { nearBucket } from '../near-bucket.ts';
import { notEmpty } from '../options.ts';
import type { Shell } from '../shell.ts';
import { isCertain, whoJson, whoText, type WhoAnswer } from '../who-text.ts';

interface Flags {
  readonly snapshot: string;
  readonly transitive?: boolean;
  readonly context: ContextFlags;
  readonly without: readonly string[];
  readonly json?: boolean;
}

const examples = `
RESOURCE   an ARN, s3://bucket/prefix, role/NAME, alias/NAME for its KMS key, or * for all resources;
           * and ? in it stand for any text: who can on any of them? A bucket stands for its objects
           where the action is about objects.

Examples:
  leastwise who-can s3:GetObject 's3://acme-fraud-training-data/*' --snapshot out/demo/snapshot
  leastwise who-can s3:PutObject s3://acme-churn-models --transitive --snapshot out/demo/snapshot
  leastwise who-can kms:Decrypt alias/fraud --snapshot out/demo/snapshot
  leastwise who-can sts:AssumeRole role/notebook-exec --snapshot out/demo/snapshot --json

Asked over every context: each "can" comes with a request that the engine allows and the statements
that let it in (without a Sid counted from 0); whoever is not listed provably cannot, unless it says
that there may be others. "may" is what cannot be told, never a no. Reading an object that a KMS key
encrypts needs the key, too.

Exit codes: 0 the list is certain and complete · 2 usage · 3 something could not be told ·
6 nothing in the snapshot fits RESOURCE`;

/** `leastwise who-can`: everybody who can, with the statements that let them in. */
export function whoCanCommand(shell: Shell): Command {
  const command = new Command('who-can')
    .argument('<action>', 'e.g. s3:GetObject')
    .argument('<resource>', 'ARN or s3://bucket/prefix')
    .requiredOption('--snapshot <dir>', 'directory of the snapshot', notEmpty)
    .option('--transitive', 'those, too, who can by acting as somebody else, by the shortest way')
    .option('--json', 'the answer as JSON');
  return addContextOptions(command)
    .addHelpText('after', examples)
    .action(async (action: string, resource: string, flags: Flags) => {
      const { terminal } = shell;
      const account = openAccount(await readSnapshot(flags.snapshot), undeclared);
      const answer = ask(account, {
        action,
        resource,
        flags,
        say: (text) => terminal.status(text),
      });
      const colours = picocolors.createColors(terminal.colour);
      await terminal.write(`${flags.json === true ? whoJson(answer) : whoText(answer, colours)}\n`);
      shell.end(isCertain(answer) ? exitCode.holds : exitCode.unknown);
    });
}

interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly flags: Flags;
  /** Tells a person what takes time. */
  readonly say: (text: string) => void;
}

function ask(account: Account, { action, resource, flags, say }: Asked): WhoAnswer {
  const asked = askedAction(action);
  const question = {
    action: asked,
    resource: askedPattern(account, asked, resource),
    context: flags.context,
    without: flags.without,
  };
  refuseEmpty(account, question.resource, asked);
  const principals = account.all('iam.role').length + account.all('iam.user').length;
  say(`asking ${String(principals)} roles and users ...`);
  const who = account.whoCan(question);
  if (flags.transitive === true) say('looking for who gets to act as them ...');
  const further = flags.transitive === true ? whoCanBecome(account, who) : undefined;
  return { question, who, further, principals, near: nearBucket(account, question.resource) };
}
