import { openAccount } from '../../src/account/open-account.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import type { Kind } from '../../src/model/resource.ts';
import type { Status, TestRecord } from '../../src/model/record.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { judgeResource } from '../../src/rule/judge-resource.ts';
import { runRules } from '../../src/rule/run-rules.ts';
import { kindsOf, type AnyRule } from '../../src/rule/rule.ts';
import { watchedAccount, type Read } from './watched-account.ts';

export interface Judgement extends Read {
  readonly rule: AnyRule;
  readonly resource: string;
  readonly status: Status;
}

/** By rule id and resource. */
export type Judgements = ReadonlyMap<string, Judgement>;

/** A snapshot and what its owner declares. */
export interface Scene {
  readonly snapshot: Snapshot;
  readonly inputs: Inputs;
}

/**
 * Runs the rules and notes what each record was made from. What the account remembers is noted with
 * the first record of a rule that asks for it.
 */
export function judge(rules: readonly AnyRule[], { snapshot, inputs }: Scene): Judgements {
  const judgements = new Map<string, Judgement>();
  for (const rule of rules) {
    const watched = watchedAccount(snapshot, inputs);
    // The runner judges one resource, gives its record, and only then goes on to the next.
    for (const record of runRules([rule], watched.account)) {
      judgements.set(keyOf(record), judgementOf(rule, record, watched.take()));
    }
  }
  return judgements;
}

/** The same, each record from an account that remembers nothing: for small accounts. */
export function judgeSingly(rules: readonly AnyRule[], { snapshot, inputs }: Scene): Judgements {
  const judgements = new Map<string, Judgement>();
  for (const record of runRules(rules, openAccount(snapshot, inputs))) {
    const rule = rules.find((one) => one.id === record.rule);
    if (rule === undefined) throw new Error(`no rule ${record.rule}`);
    const { account, take } = watchedAccount(snapshot, inputs);
    // A record of a whole list is about no resource.
    const resource = account.find(record.kind as Kind, record.resource);
    if (resource !== undefined) judgeResource(rule, resource, { account, params: rule.params });
    judgements.set(keyOf(record), judgementOf(rule, record, take()));
  }
  return judgements;
}

function judgementOf(rule: AnyRule, record: TestRecord, { fields, kinds }: Read): Judgement {
  const { resource, status } = record;
  return {
    rule,
    resource,
    status,
    fields,
    kinds: [...new Set([...declaredKinds(rule), ...kinds])],
  };
}

/** By rule id and resource. */
export type Statuses = ReadonlyMap<string, Status>;

/** Statuses alone, of rules that share an account. */
export function statusesOf(rules: readonly AnyRule[], { snapshot, inputs }: Scene): Statuses {
  const records = runRules(rules, openAccount(snapshot, inputs));
  return new Map([...records].map((one) => [keyOf(one), one.status]));
}

/** The kinds that it judges, and those whose whole list it says it needs. */
export function declaredKinds(rule: AnyRule): readonly Kind[] {
  return [...kindsOf(rule), ...rule.uses];
}

function keyOf({ rule, resource }: TestRecord): string {
  return `${rule} on ${resource}`;
}

/** The rule of a key. */
export function ruleOf(key: string): string {
  return key.slice(0, key.indexOf(' on '));
}
