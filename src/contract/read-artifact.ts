import type { Problems } from '../yaml/problems.ts';
import type { YamlPath } from '../yaml/yaml-source.ts';
import { listOf, type ArtifactFile } from './contract-file.ts';
import type { ArtifactSpec } from './contract.ts';
import { parsePlace, placeForms, type NamedPlace } from './named-place.ts';
import { workWords } from './work-word.ts';

const selectors = ['is', 'key', 'usedBy', 'writtenBy', 'runBy', 'class'] as const;

/** What an entry below `artifacts` means; adds a problem if it does not say one thing. */
export function readArtifact(one: ArtifactFile, path: YamlPath, problems: Problems): ArtifactSpec {
  const [given, another] = selectors.filter((word) => one[word] !== undefined);
  if (given === undefined) problems.add(path, `says nothing: give ${selectors.join(', ')}`);
  if (another !== undefined) {
    problems.add([...path, another], `there is "${String(given)}" already; make two artifacts`);
  }
  if (one.named !== undefined && !['usedBy', 'writtenBy', 'runBy'].includes(String(given))) {
    problems.add([...path, 'named'], 'goes with usedBy, writtenBy or runBy only', 'name');
  }
  const named = listOf(one.named);
  const lineage = (
    how: 'reads' | 'writes' | 'runs',
    words: ArtifactFile['usedBy'],
  ): ArtifactSpec => ({
    by: 'lineage',
    how,
    purposes: listOf(words).map((word) => workWords[word]),
    named,
  });
  if (given === 'usedBy') return lineage('reads', one.usedBy);
  if (given === 'writtenBy') return lineage('writes', one.writtenBy);
  if (given === 'runBy') return lineage('runs', one.runBy);
  if (given === 'class') return { by: 'class', classes: listOf(one.class) };
  return { by: 'is', places: placesOf(one, path, problems) };
}

function placesOf(one: ArtifactFile, path: YamlPath, problems: Problems): readonly NamedPlace[] {
  const keys = listOf(one.key).map((reference): NamedPlace => ({ is: 'key', reference }));
  const places = listOf(one.is).flatMap((text, index) => {
    const place = parsePlace(text);
    if (place !== undefined) return [place];
    const at = typeof one.is === 'string' ? ['is'] : ['is', index];
    problems.add([...path, ...at], `"${text}" is no artifact; write ${placeForms}`);
    return [];
  });
  return [...keys, ...places];
}
