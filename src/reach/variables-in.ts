import type { CompiledStatement } from '../decide/compile-statement.ts';

/** Keys of the policy variables of a statement, in lower case. */
export function variablesIn({ statement, version }: CompiledStatement): readonly string[] {
  if (version !== '2012-10-17') return [];
  const values = [
    ...(statement.resource?.values ?? []),
    ...statement.conditions.flatMap((one) => one.values),
  ];
  return values.flatMap((value) =>
    [...value.matchAll(/\$\{([^},'*?$]+)/g)].map(([, key = '']) => key.trim().toLowerCase()),
  );
}
