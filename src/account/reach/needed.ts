import type { ContextValue } from '../../decide/context.ts';
import { neededPairs } from '../../decide/needed-pairs.ts';
import type { Account } from '../account.ts';
import { keyOfObject } from '../access/key-of-object.ts';
import { carriedOn, isOwnToCall } from '../access/own-to-call.ts';
import { sidesOf } from '../access/sides.ts';
import type { Place } from './places.ts';
import type { ReachQuestion } from './reach-answer.ts';

/** One permission that the access needs on one place. */
export interface Needed {
  readonly action: string;
  readonly place: Place;
  readonly because?: string;
  /** What every request carries. */
  readonly given: { readonly [key: string]: ContextValue };
  /** Keys in lower case whose value is any that the pattern fits. */
  readonly patterns: ReadonlyMap<string, string>;
  readonly without: readonly string[];
  readonly forwarded: boolean;
}

/** The permissions that the access needs; `unknown` says why a further one may be. */
export interface NeededList {
  readonly list: readonly [Needed, ...Needed[]];
  readonly unknown?: string;
}

const objectContext = 'kms:EncryptionContext:aws:s3:arn';

/** Reading an object that a key encrypts needs the key, too; which object it is stays open. */
export function neededOf(account: Account, question: ReachQuestion, place: Place): NeededList {
  const { action, context = {}, without = [] } = question;
  const none: ReadonlyMap<string, string> = new Map();
  const asked = { action, place, given: context, patterns: none, without, forwarded: false };
  const key = keyOfObject(account, place.side, action, context);
  if (key.is === 'unknown') {
    return { list: [asked], unknown: `it is not known which key encrypts the object: ${key.why}` };
  }
  const [pattern = '*'] = place.patterns;
  const pairs = neededPairs({
    action,
    resource: pattern,
    key: key.is === 'key' ? key.key : undefined,
    context,
  });
  const further = pairs.slice(1).map((pair): Needed => {
    const { [objectContext]: object, ...rest } = pair.context;
    const isOpen = typeof object === 'string' && /[*?]/.test(object);
    return {
      action: pair.action,
      place: { patterns: [pair.resource], side: sidesOf(account).resource(pair.resource) },
      ...(pair.because !== undefined && { because: pair.because }),
      given: {
        ...(isOpen ? rest : pair.context),
        ...(pair.forwarded ? carriedOn(context) : context),
      },
      patterns: isOpen ? new Map([[objectContext.toLowerCase(), object]]) : none,
      without: pair.forwarded ? without.filter((one) => !isOwnToCall(one)) : without,
      forwarded: pair.forwarded,
    };
  });
  return { list: [asked, ...further] };
}
