import { actionFacts, actionsOf } from '../../facts/action-facts.ts';
import { didYouMean } from '../../model/did-you-mean.ts';
import type { Statement } from '../../model/policy.ts';
import { globMatches } from '../glob.ts';
import { error, warning, type Check, type LintFinding, type LintedPolicy } from './finding.ts';

/** To look for near names takes its time. */
const mostSuggestions = 50;

/**
 * Actions that AWS does not have: usually a slip, and the statement then does nothing. IAM takes
 * them; Amazon S3 and AWS KMS, say, do not.
 */
export const unknownActions: Check = (linted) => {
  const hints = new Map<string, string | undefined>();
  const hintOf = (action: string): string | undefined => {
    if (!hints.has(action)) hints.set(action, whatIsWrong(action, hints.size < mostSuggestions));
    return hints.get(action);
  };
  return linted.policy.statements.flatMap((statement) => inStatement(statement, linted, hintOf));
};

function inStatement(
  statement: Statement,
  { at, kind }: LintedPolicy,
  hintOf: (action: string) => string | undefined,
): readonly LintFinding[] {
  const { not, values } = statement.action;
  const place = at(statement, not ? 'NotAction' : 'Action');
  const finding = kind === 'resource' ? error : warning;
  return values.flatMap((value) => {
    const hint = hintOf(value);
    return hint === undefined
      ? []
      : [finding('unknown-action', place, `${value.slice(0, 200)}: ${hint}`)];
  });
}

function whatIsWrong(value: string, suggests: boolean): string | undefined {
  const name = value.toLowerCase();
  const [service = ''] = name.split(':');
  if (!name.includes(':') || /[*?]/.test(service)) return undefined;
  const actions = actionsOf(service);
  if (actions.size === 0) {
    return 'the service authorization reference knows no such service; check the prefix';
  }
  if (/[*?]/.test(name)) {
    const some = [...actions.keys()].some((action) => globMatches(name, action));
    return some ? undefined : 'no action matches this pattern, so it does nothing; check it';
  }
  if (actionFacts(name) !== undefined) return undefined;
  const known = [...actions.values()].map(({ action }) => action);
  const near = suggests ? didYouMean(value, known) : undefined;
  return near === undefined
    ? 'there is no such action, so it does nothing; check the name'
    : `there is no such action, so it does nothing; did you mean ${near}?`;
}
