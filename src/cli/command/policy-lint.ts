import { Command, Option } from 'commander';
import { exitCode } from '../../model/exit-code.ts';
import { printable } from '../../model/printable.ts';
import { policyKinds, type LintFinding, type PolicyKind } from '../../policy/lint/finding.ts';
import { lintPolicy } from '../../policy/lint/lint-policy.ts';
import { readJson } from '../read-json.ts';
import type { Shell } from '../shell.ts';

interface Flags {
  readonly kind?: PolicyKind;
  readonly failOn: 'error' | 'warning';
  readonly json?: boolean;
}

const examples = `
Examples:
  leastwise policy lint train.json bucket.json
  aws iam get-role --role-name Train --query Role.AssumeRolePolicyDocument | leastwise policy lint -

Exit codes: 0 nothing found · 1 errors (with --fail-on warning: anything) · 2 a file is not JSON`;

/** `leastwise policy lint`: what AWS would reject, and what does not do what it seems to. */
export function policyLintCommand(shell: Shell): Command {
  return new Command('lint')
    .description('what AWS would reject in a policy, and what is suspicious')
    .argument('<file...>', 'policy documents; - reads standard input')
    .addOption(
      new Option('--kind <kind>', 'what the policy is; by default what it looks like').choices(
        policyKinds,
      ),
    )
    .addOption(
      new Option('--fail-on <level>', 'what makes the exit code 1')
        .choices(['error', 'warning'])
        .default('error'),
    )
    .option('--json', 'findings as JSON')
    .addHelpText('after', examples)
    .action(async (files: readonly string[], flags: Flags) => {
      const found = files.map((file) => ({ file, findings: lintFile(file, flags.kind) }));
      const text =
        flags.json === true
          ? JSON.stringify(found, null, 2)
          : found.map(({ file, findings }) => textOf(file, findings)).join('\n');
      await shell.terminal.write(`${text}\n`);
      const counts = found.flatMap(({ findings }) => findings);
      const bad = counts.some(({ level }) => level === 'error' || flags.failOn === 'warning');
      shell.end(bad ? exitCode.violations : exitCode.holds);
    });
}

function lintFile(file: string, kind: PolicyKind | undefined): readonly LintFinding[] {
  const text = { document: readJson(file), sha256: '' };
  return lintPolicy(text, kind);
}

function textOf(file: string, findings: readonly LintFinding[]): string {
  if (findings.length === 0) return `${printable(file)}: nothing found`;
  return findings
    .map(({ level, code, at, message }) =>
      printable(`${file} ${at === '' ? '/' : at}: ${level} ${code}: ${message}`, 2000),
    )
    .join('\n');
}
