import { Command } from 'commander';
import { UserError } from '../../model/user-error.ts';
import { didYouMean } from '../../model/did-you-mean.ts';
import { loadContracts } from '../../contract/load-contracts.ts';
import { loadConfig } from '../load-config.ts';
import { resolveSettings } from '../setting.ts';
import type { Shell } from '../shell.ts';
import { loadEveryRule } from '../test-plan.ts';
import { kindsOf, type AnyRule } from '../../rule/rule.ts';

/** `leastwise rules list` and `leastwise rules show`. */
export function rulesCommand(shell: Shell): Command {
  const list = new Command('list')
    .description('every rule with code, severity and title')
    .option('--json', 'as JSON')
    .action(async (flags: { json?: boolean }) => {
      const rules = await allRules(shell);
      const text = flags.json === true ? JSON.stringify(rules.map(facts), null, 2) : table(rules);
      await shell.terminal.write(`${text}\n`);
    });
  const show = new Command('show')
    .description('what a rule checks, why, and what to change')
    .argument('<rule>', 'id or code')
    .action(async (name: string) => {
      await shell.terminal.write(`${describe(await findRule(shell, name))}\n`);
    });
  return new Command('rules').addCommand(list).addCommand(show);
}

async function allRules(shell: Shell): Promise<readonly AnyRule[]> {
  const config = loadConfig(shell.directory, undefined);
  const { environment } = shell;
  const { values } = resolveSettings({ flags: {}, environment, file: config.settings });
  return loadEveryRule(values.suites, await loadContracts(values.contracts, values.suites));
}

async function findRule(shell: Shell, name: string): Promise<AnyRule> {
  const rules = await allRules(shell);
  const found = rules.find((one) => one.id === name || one.code === name.toUpperCase());
  if (found !== undefined) return found;
  const near = didYouMean(
    name,
    rules.flatMap((one) => [one.id, one.code]),
  );
  throw new UserError(
    `there is no rule ${name}; ${near === undefined ? 'see leastwise rules list' : `did you mean ${near}?`}`,
  );
}

function facts(rule: AnyRule): object {
  const { id, code, severity, title, why, fix, on, alsoOn, needs, uses, params } = rule;
  return { id, code, severity, title, why, fix, on, alsoOn, needs, uses, params };
}

function table(rules: readonly AnyRule[]): string {
  const width = Math.max(...rules.map((one) => one.id.length));
  return rules
    .map(
      (one) =>
        `${one.code.padEnd(7)} ${one.severity.padEnd(8)} ${one.id.padEnd(width)}  ${one.title}`,
    )
    .join('\n');
}

function describe(one: AnyRule): string {
  const params = Object.entries(one.params).map(
    ([name, value]) => `${name}=${JSON.stringify(value)}`,
  );
  return [
    `${one.code}  ${one.id}  (${one.severity})`,
    one.title,
    `Why: ${one.why}`,
    `Fix: ${one.fix}`,
    `Reads: ${kindsOf(one).join(' and ')} (${one.needs.join(', ')})${one.uses.length > 0 ? `, ${one.uses.join(', ')}` : ''}`,
    ...(params.length > 0 ? [`Parameters: ${params.join(', ')}`] : []),
  ].join('\n');
}
