import type { Account } from '../../src/account/account.ts';
import { readReference } from '../../src/account/find-key.ts';
import { openAccount } from '../../src/account/open-account.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import { kindFields, type Kind, type Resource } from '../../src/model/resource.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';

/** A field of a resource, wherever somebody came upon it. */
export interface ReadField {
  readonly kind: Kind;
  readonly id: string;
  readonly field: string;
}

export interface Read {
  readonly fields: readonly ReadField[];
  /** Kinds of which it was looked what there is, and what there is not. */
  readonly kinds: readonly Kind[];
}

export interface WatchedAccount {
  readonly account: Account;
  /** What was looked at since it was last asked; only once, what the account remembers. */
  take(): Read;
}

/** An account that notes all that is read of it, by rules, the engine and lineage alike. */
export function watchedAccount(snapshot: Snapshot, inputs: Inputs): WatchedAccount {
  let fields = new Map<string, ReadField>();
  let lists = new Set<Kind>();
  let isQuiet = false;
  const noteField = ({ kind, id }: Resource, field: string): void => {
    if (!isQuiet) fields.set(`${kind} ${id} ${field}`, { kind, id, field });
  };
  const noteList = (kind: Kind): void => void (isQuiet || lists.add(kind));
  const account = openAccount(seenWhole(snapshot, noteField), inputs);
  const { all, find, gaps, universes, key } = account;
  // The account asks itself, too: its own methods are replaced, not wrapped.
  const noting: Partial<Account> = {
    all: (kind) => (noteList(kind), all(kind)),
    gaps: (kind, region) => (noteList(kind), gaps(kind, region)),
    universes: (kind) => (noteList(kind), universes(kind)),
    find(kind, id) {
      const found = find(kind, id);
      if (found === undefined) noteList(kind);
      return found;
    },
    key(reference, region) {
      // The index of keys looks at all of them; what is asked for rests on one, or on the list.
      isQuiet = true;
      const lookup = key(reference, region);
      isQuiet = false;
      if (lookup.found !== 'key') noteList('kms.key');
      else if (readReference(reference, region)?.by === 'alias') noteField(lookup.key, 'aliases');
      return lookup;
    },
  };
  Object.assign(account, noting);
  return {
    account,
    take() {
      const taken = { fields: [...fields.values()], kinds: [...lists] };
      fields = new Map();
      lists = new Set();
      return taken;
    },
  };
}

type Note = (resource: Resource, field: string) => void;

/** The snapshot with resources that tell when a field of theirs is looked at. */
function seenWhole(snapshot: Snapshot, note: Note): Snapshot {
  return {
    ...snapshot,
    resources: (kind) => snapshot.resources(kind).map((one) => seen(one, note)),
  };
}

function seen<K extends Kind>(resource: Resource<K>, note: Note): Resource<K> {
  return new Proxy(resource, {
    get(target, member) {
      // Generic over the kind, TypeScript does not see that it is a resource.
      const whole = target as unknown as Resource;
      if (typeof member === 'string' && member in kindFields[whole.kind]) note(whole, member);
      return Reflect.get(target, member) as unknown;
    },
  });
}
