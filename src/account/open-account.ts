import type { Inputs } from '../model/inputs.ts';
import type { Kind, Resource } from '../model/resource.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { can } from './access/can.ts';
import { findPrincipal } from './access/find-principal.ts';
import type { Account } from './account.ts';
import { findGaps } from './find-gaps.ts';
import { keyFinder } from './find-key.ts';
import { reach } from './reach/reach.ts';
import { whoCan } from './reach/who-can.ts';

/** A snapshot and the user's declarations as a world to ask. Indexes are built when first used. */
export function openAccount(snapshot: Snapshot, inputs: Inputs): Account {
  const { manifest } = snapshot;
  const lists = listsOf(snapshot);
  const account: Account = {
    id: manifest.account,
    partition: manifest.partition,
    inputs,
    takenAt: manifest.finishedAt,
    all: (kind) => lists.all(kind),
    find: (kind, id) => lists.find(kind, id),
    universes: (kind) => snapshot.universes.filter((one) => one.kind === kind),
    gaps: (kind, region) =>
      findGaps({ kind, universes: account.universes(kind), regions: manifest.regions, region }),
    key: (reference, region) => findKey(reference, region),
    can: (...[given, action, resource, context = {}]) => {
      const principal = typeof given === 'string' ? findPrincipal(account, given) : given;
      return can(account, { principal, action, resource, context });
    },
    reach: (given, question) => {
      const principal = typeof given === 'string' ? findPrincipal(account, given) : given;
      return reach(account, principal, question);
    },
    whoCan: (question) => whoCan(account, question),
  };
  const findKey = keyFinder(account);
  return account;
}

interface Lists {
  all<K extends Kind>(kind: K): readonly Resource<K>[];
  find<K extends Kind>(kind: K, id: string): Resource<K> | undefined;
}

/** Lists and their indexes by ARN, each made once. */
function listsOf(snapshot: Snapshot): Lists {
  const lists = new Map<Kind, unknown>();
  const indexes = new Map<Kind, unknown>();
  // The casts are sound: what is kept under a kind was made for that kind.
  const all = <K extends Kind>(kind: K) =>
    once(lists, kind, () => snapshot.resources(kind)) as readonly Resource<K>[];
  const index = <K extends Kind>(kind: K) =>
    once(indexes, kind, () => new Map(all(kind).map((one) => [one.id, one]))) as ReadonlyMap<
      string,
      Resource<K>
    >;
  return { all, find: (kind, id) => index(kind).get(id) };
}

function once(made: Map<Kind, unknown>, kind: Kind, make: () => unknown): unknown {
  if (!made.has(kind)) made.set(kind, make());
  return made.get(kind);
}
