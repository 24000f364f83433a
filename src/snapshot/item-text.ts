import { sha256 } from '../model/canonical.ts';
import type { Observed } from '../model/observed.ts';
import { kindFields, type Kind, type Resource } from '../model/resource.ts';
import type { Stability } from '../model/resource/field.ts';
import { canonicalText } from './canonical-text.ts';
import { encodeState } from './state.ts';

/** Field names in canonical order, with their stability. */
export const fieldsOf = new Map<Kind, readonly (readonly [string, Stability])[]>(
  Object.entries(kindFields).map(([kind, spec]) => [
    // The keys of `kindFields` are the kinds.
    kind as Kind,
    (Object.entries(spec) as [string, Stability][]).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]),
);

const identityMembers = 5;

/**
 * A resource's line and its hash, assembled from the same pieces so that each value is written
 * once. Members stand in canonical order by the way they are put together. Fields in `without` are
 * left out, as they were when the resource was first written.
 */
export function itemText(
  resource: Resource,
  at: string,
  without: ReadonlySet<string> = new Set(),
): { line: string; hash: string } {
  const names = fieldsOf.get(resource.kind) ?? [];
  if (Object.keys(resource).length !== names.length + identityMembers)
    throw new TypeError(`${resource.kind} ${resource.id}: fields are missing or not known`);
  const written = new Pieces();
  const hashed = new Pieces();
  // Sound: the members beside the identity are the fields of the kind, checked one by one.
  const fields = resource as unknown as Readonly<Record<string, Observed<unknown>>>;
  for (const [name, stability] of names) {
    if (without.has(name)) continue;
    const piece = encodeField(name, fields[name]);
    written.add(piece.part, `"${name}":${piece.text}`);
    if (stability === 'stable') hashed.add(piece.part, `"${name}":${piece.hashed}`);
  }
  const [account, id, kind, name, region] = (
    ['account', 'id', 'kind', 'name', 'region'] as const
  ).map((member) => canonicalText(resource[member]));
  const hash = sha256(
    `{"account":${account},"data":${hashed.data()},"id":${id},"kind":${kind},"name":${name},` +
      `"region":${region},"state":${hashed.state()}}`,
  );
  const line =
    `{"account":${account},"at":${canonicalText(at)},"data":${written.data()},"h":"${hash}",` +
    `"id":${id},"kind":${kind},"name":${name},"region":${region},"state":${written.state()},"v":1}`;
  return { line, hash };
}

class Pieces {
  readonly #parts = { data: [] as string[], state: [] as string[] };

  add(part: 'data' | 'state', piece: string): void {
    this.#parts[part].push(piece);
  }

  data(): string {
    return `{${this.#parts.data.join(',')}}`;
  }

  state(): string {
    return `{${this.#parts.state.join(',')}}`;
  }
}

interface FieldPiece {
  readonly part: 'data' | 'state';
  readonly text: string;
  readonly hashed: string;
}

function encodeField(name: string, observed: Observed<unknown> | undefined): FieldPiece {
  if (observed === undefined) throw new TypeError(`field ${name} is missing`);
  if (observed.state === 'present') {
    try {
      const value = canonicalText(observed.value);
      return { part: 'data', text: value, hashed: value };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return encodeField(name, { state: 'error', call: 'snapshot', code: 'NotJson', message });
    }
  }
  const { entry, hashed } = encodeState(observed);
  return { part: 'state', text: canonicalText(entry), hashed: canonicalText(hashed) };
}
