import { Command } from 'commander';
import type { Account } from '../../account/account.ts';
import { findPrincipal } from '../../account/access/find-principal.ts';
import { openAccount } from '../../account/open-account.ts';
import { fullArn } from '../../account/reach/asked-pattern.ts';
import { ownPlaces, type OwnPlaces } from '../../account/reach/own-places.ts';
import { refuseEmpty } from '../../account/reach/refuse-empty.ts';
import { whatCan } from '../../account/reach/what-can.ts';
import { exitCode } from '../../model/exit-code.ts';
import { undeclared } from '../../model/inputs.ts';
import { UserError } from '../../model/user-error.ts';
import { readSnapshot } from '../../snapshot/read-snapshot.ts';
import { addContextOptions, type ContextFlags } from '../context-option.ts';
import { nearBucket } from '../near-bucket.ts';
import { notEmpty } from '../options.ts';
import type { Shell } from '../shell.ts';
import { textStyle } from '../text-style.ts';
import { isCertain, whatJson, whatText, type WhatAnswer } from '../what-text.ts';

interface Flags {
  readonly snapshot: string;
  readonly on?: string;
  readonly context: ContextFlags;
  readonly without: readonly string[];
  readonly json?: boolean;
}

const examples = `
PRINCIPAL  an ARN, role/NAME, user/NAME, a name, "root", "anonymous", sagemaker.amazonaws.com, an
           account id

Examples:
  leastwise what-can notebook-exec --on 's3://acme-churn-models/*' --snapshot out/demo/snapshot
  leastwise what-can role/DataScientist --snapshot out/demo/snapshot
  leastwise what-can anonymous --snapshot out/demo/snapshot --json

Every action of AWS is asked over every context; what is not listed the principal provably cannot,
unless it says that there may be more. "(?)" is what cannot be told, never a no. Without --on it is
asked for every bucket, access point, key, role, endpoint, notebook, model package group, Studio domain
and profile of the snapshot. By which statements is told by --json, and by leastwise can.

Exit codes: 0 the list is certain and complete · 2 usage · 3 something could not be told ·
6 nothing in the snapshot fits --on`;

/** `leastwise what-can`: all that one principal can do to a resource, or to those of the account. */
export function whatCanCommand(shell: Shell): Command {
  const command = new Command('what-can')
    .argument('<principal>', 'who asks')
    .requiredOption('--snapshot <dir>', 'directory of the snapshot', notEmpty)
    .option('--on <resource>', 'ARN or s3://bucket/prefix, * and ? for any text', notEmpty)
    .option('--json', 'the answer as JSON');
  return addContextOptions(command)
    .addHelpText('after', examples)
    .action(async (name: string, flags: Flags) => {
      const { terminal } = shell;
      const account = openAccount(await readSnapshot(flags.snapshot), undeclared);
      const answer = ask(account, { name, flags, say: (text) => terminal.status(text) });
      const { colours, width } = textStyle(terminal, 'normal');
      const text = flags.json === true ? whatJson(answer) : whatText(answer, { colours, width });
      await terminal.write(`${text}\n`);
      shell.end(isCertain(answer) ? exitCode.holds : exitCode.unknown);
    });
}

interface Asked {
  readonly name: string;
  readonly flags: Flags;
  /** Tells a person what takes time. */
  readonly say: (text: string) => void;
}

function ask(account: Account, { name, flags, say }: Asked): WhatAnswer {
  const { on, context, without } = flags;
  const principal = findPrincipal(account, name);
  const { resources, missing } = on === undefined ? ownPlaces(account) : placeOf(account, on);
  const places = resources.map((resource, index) => {
    say(`${String(index + 1)} of ${String(resources.length)}: ${resource}`);
    return { resource, actions: whatCan(account, principal, resource, { context, without }) };
  });
  const near = on === undefined ? undefined : nearBucket(account, resources[0] ?? '');
  return { principal, given: { context, without }, places, missing, near };
}

function placeOf(account: Account, on: string): OwnPlaces {
  const resource = fullArn(account, on);
  if (resource === '*') {
    throw new UserError('--on * is every action of AWS; give an ARN, or leave --on out');
  }
  refuseEmpty(account, resource);
  return { resources: [resource], missing: [] };
}
