import { actionFacts, actionsOf } from '../../facts/action-facts.ts';
import { didYouMean } from '../../model/did-you-mean.ts';
import { globMatches } from '../glob.ts';
import { eachStatement, warning, type Check } from './finding.ts';

/** A policy of AWS's greatest size has no more; to look for near names takes its time. */
const mostValues = 300;

/** Actions that AWS does not have: usually a slip, and the statement then does nothing. */
export const unknownActions: Check = eachStatement((statement, { at }) => {
  const { not, values } = statement.action;
  const place = at(statement, not ? 'NotAction' : 'Action');
  return values.slice(0, mostValues).flatMap((value) => {
    const hint = whatIsWrong(value);
    return hint === undefined ? [] : [warning('unknown-action', place, `${value}: ${hint}`)];
  });
});

function whatIsWrong(value: string): string | undefined {
  const name = value.toLowerCase();
  const [service = ''] = name.split(':');
  if (!name.includes(':') || /[*?]/.test(service)) return undefined;
  const actions = actionsOf(service);
  if (actions.size === 0) return `the reference knows no service ${service}; check the prefix`;
  if (/[*?]/.test(name)) {
    const some = [...actions.keys()].some((action) => globMatches(name, action));
    return some ? undefined : 'no action matches this pattern; check it';
  }
  if (actionFacts(name) !== undefined) return undefined;
  const near = didYouMean(
    value,
    [...actions.values()].map(({ action }) => action),
  );
  return near === undefined
    ? 'there is no such action; check the name'
    : `there is no such action; did you mean ${near}?`;
}
