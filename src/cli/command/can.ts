import { Command } from 'commander';
import picocolors from 'picocolors';
import { can, type AccessAnswer } from '../../account/access/can.ts';
import { findPrincipal } from '../../account/access/find-principal.ts';
import { openAccount } from '../../account/open-account.ts';
import { callerText } from '../../decide/miss.ts';
import { undeclared } from '../../model/inputs.ts';
import { readSnapshot } from '../../snapshot/read-snapshot.ts';
import { accessText } from '../access-text.ts';
import { askedAction } from '../asked-action.ts';
import { askedResource } from '../asked-resource.ts';
import { addContext, type ContextFlags } from '../context-option.ts';
import { notEmpty } from '../options.ts';
import { outcomeCode } from '../outcome-code.ts';
import type { Shell } from '../shell.ts';

interface Flags {
  readonly snapshot: string;
  readonly context: ContextFlags;
  readonly without: readonly string[];
  readonly json?: boolean;
}

const examples = `
PRINCIPAL  an ARN, role/NAME, user/NAME, a name, "root", "anonymous", sagemaker.amazonaws.com, an
           account id
RESOURCE   an ARN, s3://bucket/key, role/NAME, or * for an action without a resource

Examples:
  leastwise can processing-exec s3:GetObject s3://acme-feature-store/a.csv --snapshot out/demo/snapshot
  leastwise can anonymous s3:GetObject s3://acme-nlp-corpus/a.txt --snapshot out/demo/snapshot
  leastwise can sagemaker.amazonaws.com sts:AssumeRole role/fraud-training --snapshot out/demo/snapshot \\
      --context aws:SourceAccount=111122223333

Reading an object that a KMS key encrypts needs kms:Decrypt too, writing it kms:GenerateDataKey: each
is decided by every policy that applies. Keys that nobody gave are unknown, not missing. Statements
without a Sid are counted from 0, as in the document.

Exit codes: 0 allowed · 1 denied · 2 usage · 3 cannot be told from this snapshot`;

/** `leastwise can`: one question about one principal, with the reasons. */
export function canCommand(shell: Shell): Command {
  return new Command('can')
    .argument('<principal>', 'who asks')
    .argument('<action>', 'e.g. s3:GetObject')
    .argument('<resource>', 'ARN or s3://bucket/key')
    .requiredOption('--snapshot <dir>', 'directory of the snapshot', notEmpty)
    .option('--context <key=value>', 'a context key; again for more values', addContext, {})
    .option('--without <key...>', 'context keys that the request lacks', [])
    .option('--json', 'the answer as JSON')
    .addHelpText('after', examples)
    .action(async (principal: string, action: string, resource: string, flags: Flags) => {
      const account = openAccount(await readSnapshot(flags.snapshot), undeclared);
      const asked = askedAction(action);
      const answer = can(account, {
        principal: findPrincipal(account, principal),
        action: asked,
        resource: askedResource(account, asked, resource),
        context: flags.context,
        without: flags.without,
      });
      const colours = picocolors.createColors(shell.terminal.colour);
      const text = flags.json === true ? json(answer) : accessText(answer, colours);
      await shell.terminal.write(`${text}\n`);
      shell.end(outcomeCode(answer.outcome));
    });
}

function json({ outcome, principal, pairs, assumptions, warnings }: AccessAnswer): string {
  const answer = {
    outcome,
    principal: callerText(principal),
    pairs: pairs.map(({ decision, ...pair }) => ({
      ...pair,
      decision: decision.outcome,
      reasons: decision.reasons,
    })),
    warnings,
    assumptions,
  };
  return JSON.stringify(answer, null, 2);
}
