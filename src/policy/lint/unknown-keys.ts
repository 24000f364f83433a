import { conditionKeyFacts, conditionKeysOf } from '../../facts/condition-keys.ts';
import { didYouMean } from '../../model/did-you-mean.ts';
import { eachStatement, warning, type Check } from './finding.ts';

/** Keys that no request carries; AWS takes any name, and the condition then compares nothing. */
export const unknownKeys: Check = eachStatement((statement, { at }) =>
  statement.conditions.flatMap(({ operator, key }) => {
    const hint = unknownKey(key);
    return hint === undefined
      ? []
      : [warning('unknown-key', at(statement, 'Condition', operator, key), hint)];
  }),
);

/** What is wrong with the name of a key; undefined where nothing is, or where nobody can tell. */
export function unknownKey(key: string): string | undefined {
  const shown = key.slice(0, 200);
  const service = /^[^:]*(?=:)/.exec(key)?.[0].toLowerCase();
  if (service === undefined) {
    return `${shown} has no prefix such as aws: or s3:, so no request carries it; check the name`;
  }
  const known = conditionKeysOf(service);
  // Identity providers have keys of their own.
  if (known.length === 0 || conditionKeyFacts(key) !== undefined) return undefined;
  const near = didYouMean(key, known);
  const mend = near === undefined ? 'check the name' : `did you mean ${near}?`;
  return `the reference knows no key ${shown}, so no request may carry it; ${mend}`;
}
