/** How many steps a question may take; used up, the honest answer is "may be". */
export class Budget {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  /** False once the budget is used up. */
  spend(steps = 1): boolean {
    this.#left -= steps;
    return this.#left >= 0;
  }

  get usedUp(): boolean {
    return this.#left < 0;
  }
}
