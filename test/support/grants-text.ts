import { kind, type ResourceGrants } from '../../src/decide/grant-kind.ts';

/** E.g. `role, maybe session`; `none` if nothing is granted. */
export function grantsText({ sure, possible }: ResourceGrants): string {
  const names = Object.entries(kind).flatMap(([name, bit]) => {
    if ((sure & bit) !== 0) return [name];
    return (possible & bit) !== 0 ? [`maybe ${name}`] : [];
  });
  return names.length === 0 ? 'none' : names.join(', ');
}
