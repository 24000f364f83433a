/** The statements that match an action; actions that the same ones match share it. */
export interface ActionClass {
  readonly matches: ReadonlySet<number>;
  /** The class of those that one statement more matches, by its index. */
  readonly wider: Map<number, ActionClass>;
}

/** No statement matches. */
export function emptyClass(): ActionClass {
  return { matches: new Set(), wider: new Map() };
}

/** Statements must be added in the same order for every action. */
export function widened(one: ActionClass, statement: number): ActionClass {
  const known = one.wider.get(statement);
  if (known !== undefined) return known;
  const made = { matches: new Set([...one.matches, statement]), wider: new Map() };
  one.wider.set(statement, made);
  return made;
}
