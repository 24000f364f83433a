import { didYouMean } from '../model/did-you-mean.ts';
import { severities } from '../model/record.ts';
import { UserError } from '../model/user-error.ts';
import type { AnyRule } from './rule.ts';

export interface Selection {
  /** Empty or left out: every rule. */
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
}

/**
 * The rules that a selector of `only` means, without those that one of `skip` means. A selector is a
 * rule id or code (`*` stands for any characters), a topic or a severity.
 *
 * @throws UserError for a selector that means no rule: a misspelt one must not shrink the run.
 */
export function selectRules(rules: readonly AnyRule[], selection: Selection): readonly AnyRule[] {
  const only = (selection.only ?? []).map((selector) => meant(rules, selector, '--only'));
  const skip = (selection.skip ?? []).map((selector) => meant(rules, selector, '--skip'));
  return rules.filter(
    (rule) =>
      (only.length === 0 || only.some((group) => group.has(rule))) &&
      !skip.some((group) => group.has(rule)),
  );
}

/** The first part of a rule's id. */
export function topicOf(rule: { readonly id: string }): string {
  const [topic = ''] = rule.id.split('/', 1);
  return topic;
}

function meant(rules: readonly AnyRule[], selector: string, option: string): ReadonlySet<AnyRule> {
  const isMeant = selectorTest(selector);
  const group = new Set(rules.filter(isMeant));
  if (group.size > 0) return group;
  const known = rules.flatMap((rule) => [rule.id, rule.code, topicOf(rule)]);
  const near = didYouMean(selector, [...known, ...severities]);
  const hint = near === undefined ? '' : `; did you mean "${near}"?`;
  throw new UserError(`${option} ${selector}: no rule has this id, code, topic or severity${hint}`);
}

function selectorTest(selector: string): (rule: AnyRule) => boolean {
  if (selector.includes('*')) {
    const parts = selector.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    const pattern = new RegExp(`^${parts.join('.*')}$`);
    return (rule) => pattern.test(rule.id) || pattern.test(rule.code);
  }
  return (rule) =>
    rule.id === selector ||
    rule.code.toLowerCase() === selector.toLowerCase() ||
    topicOf(rule) === selector ||
    rule.severity === selector;
}
