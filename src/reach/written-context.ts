import type { ContextValue } from '../decide/context.ts';
import { accountOf } from '../decide/principal.ts';
import type { Caller } from './caller.ts';
import { resourceVariable } from './resource-atom.ts';
import type { Assignment } from './search.ts';

/** Keys that follow from the caller are left to the concrete engine, unless the search set them. */
export function writtenContext(
  assignment: Assignment,
  caller: Caller,
): { readonly [key: string]: ContextValue } {
  const own = new Set(accountOf(caller.principal) === undefined ? [] : ['aws:principalaccount']);
  const entries = [...assignment].flatMap(
    ([key, values]): readonly (readonly [string, ContextValue])[] => {
      if (key === resourceVariable || values === undefined || own.has(key)) return [];
      const [first = ''] = values;
      return [[key, values.length === 1 ? first : values]];
    },
  );
  return Object.fromEntries(entries);
}
