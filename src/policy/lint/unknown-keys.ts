import { conditionKeyFacts, conditionKeysOf } from '../../facts/condition-keys.ts';
import { didYouMean } from '../../model/did-you-mean.ts';
import { eachStatement, warning, type Check } from './finding.ts';

/** To look for near names takes its time. */
const mostSuggestions = 50;

/** Keys that no request carries; AWS takes any name, and the condition then compares nothing. */
export const unknownKeys: Check = (linted) => {
  let found = 0;
  return eachStatement((statement, { at }) =>
    statement.conditions.flatMap(({ operator, key }) => {
      const hint = unknownKey(key, found < mostSuggestions);
      if (hint === undefined) return [];
      found += 1;
      return [warning('unknown-key', at(statement, 'Condition', operator, key), hint)];
    }),
  )(linted);
};

/** What is wrong with the name of a key; undefined where nothing is, or where nobody can tell. */
export function unknownKey(key: string, suggests: boolean): string | undefined {
  const shown = key.slice(0, 200);
  const service = /^[^:]*(?=:)/.exec(key)?.[0].toLowerCase();
  if (service === undefined) {
    return `${shown} has no prefix such as aws: or s3:, so no request carries it; check the name`;
  }
  const known = conditionKeysOf(service);
  // Identity providers have keys of their own.
  if (known.length === 0 || conditionKeyFacts(key) !== undefined) return undefined;
  const near = suggests ? didYouMean(key, known) : undefined;
  const mend = near === undefined ? 'check the name' : `did you mean ${near}?`;
  return `the reference knows no key ${shown}, so no request may carry it; ${mend}`;
}
