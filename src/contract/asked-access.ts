import type { ReachQuestion } from '../account/reach/reach-answer.ts';
import { globCovers } from '../policy/glob.ts';
import type { Verb } from './contract.ts';
import type { Place } from './place.ts';
import { verbActions } from './verb-actions.ts';

/** Every action on every place that gives the access. */
export function everyAccess(places: readonly Place[], verb: Verb): readonly ReachQuestion[] {
  return distinct(
    places.flatMap(({ type, resource }) =>
      verbActions[type][verb].each.map((action) => ({ action, resource })),
    ),
  );
}

/** What one can do at the least on each place, if one has the access. */
export function leastAccess(places: readonly Place[], verb: Verb): readonly ReachQuestion[] {
  return distinct(
    places.flatMap(({ type, resource }) => {
      const { least } = verbActions[type][verb];
      return least === undefined ? [] : [{ action: least, resource }];
    }),
  );
}

/** Without those that a wider pattern answers as well. */
function distinct(questions: readonly ReachQuestion[]): readonly ReachQuestion[] {
  return questions.filter(
    (one, index) =>
      !questions.some(
        (other, at) =>
          at !== index &&
          other.action === one.action &&
          globCovers(other.resource, one.resource) &&
          (other.resource !== one.resource || at < index),
      ),
  );
}
