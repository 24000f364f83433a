/** The statements that match an action; actions that the same ones match share it. */
export class ActionClass {
  readonly #statement: number | undefined;
  readonly #before: ActionClass | undefined;
  readonly #wider = new Map<number, ActionClass>();
  #matches: ReadonlySet<number> | undefined;

  /** Without arguments: no statement matches. */
  constructor(statement?: number, before?: ActionClass) {
    this.#statement = statement;
    this.#before = before;
  }

  /** The class of the actions that one statement more matches; always in the same order. */
  with(statement: number): ActionClass {
    const known = this.#wider.get(statement);
    if (known !== undefined) return known;
    const made = new ActionClass(statement, this);
    this.#wider.set(statement, made);
    return made;
  }

  /** By index, ascending; always the same object. */
  get matches(): ReadonlySet<number> {
    return (this.#matches ??= new Set(this.#list()));
  }

  #list(): readonly number[] {
    const list = this.#statement === undefined ? [] : [this.#statement];
    for (let at = this.#before; at !== undefined; at = at.#before) {
      if (at.#statement !== undefined) list.push(at.#statement);
    }
    return list.reverse();
  }
}
