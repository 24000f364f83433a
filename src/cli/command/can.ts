import { Command } from 'commander';
import picocolors from 'picocolors';
import { can, type AccessAnswer } from '../../account/access/can.ts';
import { findPrincipal } from '../../account/access/find-principal.ts';
import { openAccount } from '../../account/open-account.ts';
import { callerText } from '../../decide/miss.ts';
import { undeclared } from '../../model/inputs.ts';
import { readSnapshot } from '../../snapshot/read-snapshot.ts';
import { accessText } from '../access-text.ts';
import { askedAction, askedResource } from '../asked-action.ts';
import { addContext, type ContextFlags } from '../context-option.ts';
import { notEmpty } from '../options.ts';
import { outcomeCode } from '../outcome-code.ts';
import type { Shell } from '../shell.ts';

interface Flags {
  readonly snapshot: string;
  readonly context: ContextFlags;
  readonly json?: boolean;
}

const examples = `
PRINCIPAL  an ARN, role/NAME, user/NAME, a name, "anonymous", sagemaker.amazonaws.com, an account id
RESOURCE   an ARN, s3://bucket/key, or * for an action without a resource

Examples:
  leastwise can fraud-training s3:GetObject s3://acme-fraud-training-data/a.csv --snapshot out/demo/snapshot
  leastwise can anonymous s3:GetObject s3://acme-nlp-corpus/a.txt --snapshot out/demo/snapshot
  leastwise can user/jonas.weber s3:PutObject s3://acme-nlp-corpus/a.txt --context aws:SourceIp=10.0.0.1 \\
      --snapshot out/demo/snapshot

Reading an object that a KMS key encrypts needs kms:Decrypt too, writing it kms:GenerateDataKey: each
is decided by every policy that applies. Keys that nobody gave are unknown, not missing.

Exit codes: 0 allowed · 1 denied · 2 usage · 3 cannot be told from this snapshot`;

/** `leastwise can`: one question about one principal, with the reasons. */
export function canCommand(shell: Shell): Command {
  return new Command('can')
    .argument('<principal>', 'who asks')
    .argument('<action>', 'e.g. s3:GetObject')
    .argument('<resource>', 'ARN or s3://bucket/key')
    .requiredOption('--snapshot <dir>', 'directory of the snapshot', notEmpty)
    .option('--context <key=value>', 'a context key; again for more values', addContext, {})
    .option('--json', 'the answer as JSON')
    .addHelpText('after', examples)
    .action(async (principal: string, action: string, resource: string, flags: Flags) => {
      const account = openAccount(await readSnapshot(flags.snapshot), undeclared);
      const answer = can(account, {
        principal: findPrincipal(account, principal),
        action: askedAction(action),
        resource: askedResource(resource, account.partition),
        context: flags.context,
      });
      const colours = picocolors.createColors(shell.terminal.colour);
      const text = flags.json === true ? json(answer) : accessText(answer, colours);
      await shell.terminal.write(`${text}\n`);
      shell.end(outcomeCode(answer.outcome));
    });
}

function json({ outcome, principal, pairs, assumptions }: AccessAnswer): string {
  const answer = {
    outcome,
    principal: callerText(principal),
    pairs: pairs.map(({ decision, ...pair }) => ({
      ...pair,
      decision: decision.outcome,
      reasons: decision.reasons,
    })),
    assumptions,
  };
  return JSON.stringify(answer, null, 2);
}
