import { absent, denialLayers, type Observed, type Unread } from '../model/observed.ts';
import { isMap, members, oneOf, text, type Check, type Checks } from './shape.ts';

/** What is known of a field that has no value. */
type Stateless = Exclude<Observed<never>, { state: 'present' }>;

interface Members {
  readonly required: Checks;
  readonly optional: Checks;
}

const call: Checks = { call: text, code: text };

const unreadMembers: { readonly [S in Unread['state']]: Members } = {
  denied: { required: call, optional: { why: oneOf(denialLayers) } },
  gone: { required: call, optional: {} },
  error: { required: call, optional: { message: text } },
  'not-collected': { required: { why: text }, optional: {} },
};

const stateMembers: { readonly [S in Stateless['state']]: Members } = {
  absent: { required: {}, optional: {} },
  unsupported: { required: call, optional: {} },
  ...unreadMembers,
};

/** Checks an `Unread` as the model writes it, tagged `state`. */
export const unread: Check = tagged('state', unreadMembers);

const stateEntry: Check = tagged('s', stateMembers);

/**
 * The entry of a field in an item's `state`, and the part of it that is hashed: an error's message
 * holds request ids, so that it would make every capture differ.
 */
export function encodeState(observed: Stateless): { entry: object; hashed: object } {
  const { state, ...rest } = observed;
  const kept = Object.entries(rest)
    .filter(([name]) => hasMember(stateMembers[state], name))
    .map(([name, value]) => [name, wellFormed(String(value))] as const);
  const entry = { ...Object.fromEntries(kept), s: state };
  if (state !== 'error') return { entry, hashed: entry };
  const hashed = Object.fromEntries(kept.filter(([name]) => name !== 'message'));
  return { entry, hashed: { ...hashed, s: state } };
}

/** Throws an error that says what is wrong with the entry. */
export function decodeState(entry: unknown): Stateless {
  const problem = stateEntry(entry);
  if (problem !== null) throw new TypeError(problem);
  const { s, ...rest } = entry as { readonly s: Stateless['state'] };
  // The check above has established the members that go with this state.
  return s === 'absent' ? absent : ({ state: s, ...rest } as Stateless);
}

/** The same without what a file cannot hold: foreign members, lone surrogates. */
export function storable(problem: Unread): Unread {
  // Sound: the state itself stays as it is.
  return decodeState(encodeState(problem).entry) as Unread;
}

function tagged(tag: string, byTag: { readonly [state: string]: Members }): Check {
  const checks = new Map(
    Object.entries(byTag).map(([state, { required, optional }]) => [
      state,
      members({ [tag]: text, ...required }, optional),
    ]),
  );
  return (value) => {
    if (!isMap(value)) return ' is not an object';
    const state = Object.hasOwn(value, tag) ? value[tag] : undefined;
    const check = typeof state === 'string' ? checks.get(state) : undefined;
    return check === undefined
      ? `.${tag} is not one of ${[...checks.keys()].join(', ')}`
      : check(value);
  };
}

function hasMember({ required, optional }: Members, name: string): boolean {
  return Object.hasOwn(required, name) || Object.hasOwn(optional, name);
}

/** A lone surrogate has no form in UTF-8; in a message it may be replaced. */
function wellFormed(message: string): string {
  return message.replace(/\p{Surrogate}/gu, '\ufffd');
}
