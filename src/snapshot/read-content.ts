import type { Kind, Resource } from '../model/resource.ts';
import type { CallCoverage, FileEntry, Manifest, Universe } from '../model/snapshot.ts';
import { decodeCoverage } from './coverage.ts';
import { decodeItem } from './item.ts';
import { coverageName, itemsPath } from './layout.ts';
import type { Mismatch } from './mismatch.ts';
import { readFileLines, type FileReading } from './read-file.ts';

/** Everything in a snapshot but its manifest, with all that does not fit. */
export interface Content {
  readonly universes: readonly Universe[];
  readonly calls: readonly CallCoverage[];
  readonly resources: ReadonlyMap<Kind, readonly Resource[]>;
  readonly problems: readonly Mismatch[];
}

/**
 * Reads and checks every file that belongs to a snapshot. Stops after the first file with a problem
 * when `firstOnly`.
 */
export async function readContent(
  dir: string,
  manifest: Manifest,
  firstOnly: boolean,
): Promise<Content> {
  const entries = new Map(manifest.files.map((entry) => [entry.path, entry]));
  const coverage = await readCoverage(dir, entries.get(coverageName));
  const problems: Mismatch[] = [...coverage.problems];
  const resources = new Map<Kind, readonly Resource[]>();
  for (const kind of manifest.kinds) {
    if (firstOnly && problems.length > 0) break;
    const entry = entries.get(itemsPath(kind));
    if (entry === undefined) continue;
    const items = await readItems(dir, entry, kind);
    resources.set(kind, items.values);
    problems.push(...items.problems);
    if (items.problems.length === 0 && coverage.problems.length === 0)
      problems.push(...countProblems(kind, items.values.length, coverage.universes));
  }
  return { ...coverage, resources, problems };
}

async function readCoverage(
  dir: string,
  entry: FileEntry | undefined,
): Promise<Pick<Content, 'universes' | 'calls' | 'problems'>> {
  if (entry === undefined) return { universes: [], calls: [], problems: [] };
  let last = '';
  const { values, problems } = await readFileLines(dir, entry, (line) => {
    if (line < last) throw new TypeError('it is out of order');
    last = line;
    return decodeCoverage(line);
  });
  return {
    universes: values.flatMap((line) => ('universe' in line ? [line.universe] : [])),
    calls: values.flatMap((line) => ('call' in line ? [line.call] : [])),
    problems,
  };
}

function readItems(dir: string, entry: FileEntry, kind: Kind): Promise<FileReading<Resource>> {
  let last = '';
  return readFileLines(dir, entry, (line) => {
    const { resource } = decodeItem(line);
    if (resource.kind !== kind) throw new TypeError(`it is of kind ${resource.kind}`);
    if (resource.id === last) throw new TypeError(`${last} stands there twice`);
    if (resource.id < last) throw new TypeError('it is out of order');
    last = resource.id;
    return resource;
  });
}

/** An item that was dropped or added together with all hashes still does not fit the coverage. */
function countProblems(
  kind: Kind,
  items: number,
  universes: readonly Universe[],
): readonly Mismatch[] {
  const counted = universes
    .filter((universe) => universe.kind === kind)
    .reduce((sum, universe) => sum + universe.items, 0);
  if (counted === items) return [];
  const problem = `has ${items} items, but ${coverageName} counts ${counted}`;
  return [{ path: itemsPath(kind), problem }];
}
