import type { ArtifactUse } from '../account/lineage/artifact.ts';
import { printable } from '../model/printable.ts';

/** A line for each way of use and role, with what does so; many are counted. */
export function useLines(uses: readonly ArtifactUse[]): readonly string[] {
  const groups = new Map<string, ArtifactUse[]>();
  for (const use of uses) {
    const way = `${use.how.padEnd(6)} ${roleText(use.role)}`;
    groups.set(way, [...(groups.get(way) ?? []), use]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([way, group]) => printable(`    ${way}: ${subjectsText(group)}`, 1000));
}

function roleText(role: string | undefined): string {
  return role === undefined ? 'by no role of its own' : role.split(':').slice(5).join(':');
}

function subjectsText(uses: readonly ArtifactUse[]): string {
  const names = [...new Set(uses.map(({ resource }) => resource.split(':').slice(5).join(':')))];
  const told = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${told} and ${String(names.length - 3)} more` : told;
}
