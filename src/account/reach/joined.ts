import type { AccessAnswer } from '../../reach/access/access-question.ts';
import type { Witness } from '../../reach/answer.ts';
import { isOwnToCall } from '../access/own-to-call.ts';
import type { Asking } from './ask.ts';
import type { Needed } from './needed.ts';
import type { Subject } from './reach-answer.ts';

/** One permission that an access needs, and whether it is there. */
export interface Answered {
  readonly needed: Needed;
  readonly answer: AccessAnswer;
}

/** The further permission for the very request that was found; if it has none, for any. */
export function joined(
  asking: Asking,
  subject: Subject,
  needed: Needed,
  first: AccessAnswer,
): AccessAnswer {
  const shared =
    first.is === 'yes' ? asking.open(subject, sharedContext(needed, first.witness)) : {};
  const together = asking.of(subject, shared);
  if (together.is === 'yes' || Object.keys(shared).length === 0) return together;
  const alone = asking.of(subject);
  if (alone.is !== 'yes') return alone;
  return notTogether;
}

/** An answer, and who is asked for others like it. */
export interface Asked extends Answered {
  readonly asking: Asking;
}

export const notTogether: AccessAnswer = {
  is: 'may',
  reasons: ['each permission is there, but no call was found that has both'],
};

/**
 * Whether one and the same call has the first permission and the further ones, which all are yes: the
 * first request may carry of the caller whatever a further one was found to carry.
 */
export function isOneCall(subject: Subject, first: Asked, further: readonly Answered[]): boolean {
  if (further.some(({ answer }) => answer.is !== 'yes')) return false;
  if (first.answer.is !== 'yes') return false;
  const { witness } = first.answer;
  const added = further.map((one) => addedBy(one, witness));
  if (added.every((one) => Object.keys(one).length === 0)) return true;
  // What one of several carries, the others were not asked about.
  if (further.length > 1) return false;
  const context = Object.assign({}, witness.context, ...added) as Witness['context'];
  return first.asking.allows(subject, { ...witness, context });
}

/** What a further request was found to carry of the caller, beside what the first one does. */
export function addedBy({ needed, answer }: Answered, { context }: Witness): Witness['context'] {
  if (answer.is !== 'yes') return {};
  const known = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  const own = answer.witness.context;
  const carried = Object.entries(needed.forwarded ? passedOn(own) : own);
  return Object.fromEntries(carried.filter(([key]) => !known.has(key.toLowerCase())));
}

/**
 * What the further request has of the first: all, if it is the same call; if a service makes it for
 * the caller, what it passes on, and which object it is about.
 */
export function sharedContext(needed: Needed, { resource, context }: Witness): Needed['given'] {
  if (!needed.forwarded) return context;
  const objects = [...needed.patterns].map(([key, pattern]): [string, string] => {
    return [key, objectBehind(resource, pattern)];
  });
  return { ...passedOn(context), ...Object.fromEntries(objects) };
}

/** What is the caller's own, whichever of the two requests it is. */
export function passedOn(context: Witness['context']): Witness['context'] {
  return Object.fromEntries(
    Object.entries(context).filter(([key]) => key.startsWith('aws:') && !isOwnToCall(key)),
  );
}

/** The same object in its bucket, if the way to it goes through an access point. `pattern`: of objects. */
function objectBehind(resource: string, pattern: string): string {
  const key = /:accesspoint\/[^/]+\/object\/(.*)$/s.exec(resource)?.[1];
  const bucket = pattern.slice(0, pattern.indexOf('/'));
  return key === undefined ? resource : `${bucket}/${key}`;
}
