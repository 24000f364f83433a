import type { Account } from '../../src/account/account.ts';
import { openAccount } from '../../src/account/open-account.ts';
import { readReference } from '../../src/account/find-key.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import { kindFields, type Kind, type Resource } from '../../src/model/resource.ts';
import type { Status, TestRecord } from '../../src/model/record.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { runRules } from '../../src/rule/run-rules.ts';
import { kindsOf, type AnyRule } from '../../src/rule/rule.ts';

/** A field of a resource, wherever a rule came upon it. */
export interface ReadField {
  readonly kind: Kind;
  readonly id: string;
  readonly field: string;
}

export interface Judgement {
  readonly rule: AnyRule;
  readonly resource: string;
  readonly status: Status;
  /** Every field that was looked at for it, of other resources too. */
  readonly fields: readonly ReadField[];
  /** Kinds whose whole list it rests on. */
  readonly kinds: readonly Kind[];
}

/** By rule id and resource. */
export type Judgements = ReadonlyMap<string, Judgement>;

/** Runs the rules and notes what each record was made from. */
export function judge(
  rules: readonly AnyRule[],
  { snapshot, inputs }: { readonly snapshot: Snapshot; readonly inputs: Inputs },
): Judgements {
  const judgements = new Map<string, Judgement>();
  for (const rule of rules) {
    const watched = watch(openAccount(snapshot, inputs));
    // The runner judges one resource, gives its record, and only then goes on to the next.
    for (const record of runRules([rule], watched.account)) {
      const { fields, kinds } = watched.take();
      judgements.set(keyOf(record), {
        rule,
        resource: record.resource,
        status: record.status,
        fields,
        kinds: [...new Set([...kindsOf(rule), ...rule.uses, ...kinds])],
      });
    }
  }
  return judgements;
}

function keyOf({ rule, resource }: TestRecord): string {
  return `${rule} on ${resource}`;
}

interface Watched {
  readonly account: Account;
  /** What was looked at since it was last asked. */
  take(): { readonly fields: readonly ReadField[]; readonly kinds: readonly Kind[] };
}

function watch(account: Account): Watched {
  let fields = new Map<string, ReadField>();
  let kinds = new Set<Kind>();
  const note = (resource: Resource, field: string): void => {
    const { kind, id } = resource;
    fields.set(`${kind} ${id} ${field}`, { kind, id, field });
  };
  const seen = <K extends Kind>(resource: Resource<K>): Resource<K> =>
    new Proxy(resource, {
      get(target, member) {
        // Generic over the kind, TypeScript does not see that it is a resource.
        const whole = target as unknown as Resource;
        const isField = typeof member === 'string' && member in kindFields[whole.kind];
        if (isField) note(whole, member);
        return Reflect.get(target, member) as unknown;
      },
    });
  return {
    account: {
      ...account,
      all: (kind) => (kinds.add(kind), account.all(kind).map(seen)),
      gaps: (kind, region) => (kinds.add(kind), account.gaps(kind, region)),
      find(kind, id) {
        const found = account.find(kind, id);
        return found && seen(found);
      },
      key(reference, region) {
        const lookup = account.key(reference, region);
        if (lookup.found !== 'key') return lookup;
        // An alias leads to its key by the key's list of aliases.
        if (readReference(reference, region)?.by === 'alias') note(lookup.key, 'aliases');
        return { found: 'key', key: seen(lookup.key) };
      },
    },
    take() {
      const taken = { fields: [...fields.values()], kinds: [...kinds] };
      fields = new Map();
      kinds = new Set();
      return taken;
    },
  };
}
