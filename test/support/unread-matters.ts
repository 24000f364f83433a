import type { Kind, Resource } from '../../src/model/resource.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { AnyRule } from '../../src/rule/rule.ts';
import { otherResources, otherValues } from './other-values.ts';
import { statusesOf, type Judgements, type Scene } from './rule-inputs.ts';

/**
 * What the engine reads need not matter: one Deny more keeps a "nobody can" what it is. A record may
 * hold though something was not read if it holds whatever that says. Tried out, and remembered.
 */
export class UnreadMatters {
  readonly #scene: Scene;
  readonly #other: Snapshot;
  /** By kind, and by kind and field. */
  readonly #readers = new Map<string, Set<AnyRule>>();
  readonly #known = new Map<string, ReadonlySet<string>>();

  /** `other`: an account to take values from. */
  constructor(scene: Scene, other: Snapshot, judgements: Judgements) {
    this.#scene = scene;
    this.#other = other;
    for (const { rule, fields, kinds } of judgements.values()) {
      const names = [...kinds, ...fields.map(({ kind, field }) => `${kind}.${field}`)];
      for (const name of names) {
        this.#readers.set(name, (this.#readers.get(name) ?? new Set()).add(rule));
      }
    }
  }

  /** Records, by key, that fail for some value of the field in these resources. */
  failing(kind: Kind, field: string, ids: ReadonlySet<string>): ReadonlySet<string> {
    const name = `${kind}.${field}`;
    return this.#once(name, [...ids].sort().join(' '), () => {
      const { snapshot } = this.#scene;
      return otherValues(kind, field, [this.#other, snapshot]).map((value) =>
        changed(snapshot, kind, (all) =>
          all.map((one) => (ids.has(one.id) ? ({ ...one, [field]: value } as Resource) : one)),
        ),
      );
    });
  }

  /** Records, by key, that fail if there are further resources of the kind. */
  failingWithMore(kind: Kind): ReadonlySet<string> {
    return this.#once(kind, 'more', () =>
      otherResources(kind, this.#other).map((more) =>
        changed(this.#scene.snapshot, kind, (all) => [...all, ...more]),
      ),
    );
  }

  #once(name: string, which: string, make: () => readonly Snapshot[]): ReadonlySet<string> {
    const known = this.#known.get(`${name} ${which}`);
    if (known !== undefined) return known;
    const { inputs } = this.#scene;
    const rules = [...(this.#readers.get(name) ?? [])];
    const statuses = make().flatMap((snapshot) => [...statusesOf(rules, { snapshot, inputs })]);
    const failing = statuses.flatMap(([key, status]) => (status === 'fail' ? [key] : []));
    const fresh = new Set(failing);
    this.#known.set(`${name} ${which}`, fresh);
    return fresh;
  }
}

function changed(
  snapshot: Snapshot,
  kind: Kind,
  change: (all: readonly Resource[]) => readonly Resource[],
): Snapshot {
  const list = change(snapshot.resources(kind));
  // Sound: `change` keeps to the kind.
  const resources = (asked: Kind) => (asked === kind ? list : snapshot.resources(asked)) as never;
  return { ...snapshot, resources };
}
