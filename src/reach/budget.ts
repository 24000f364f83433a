/** How many steps a question may take; used up, the honest answer is "may be". */
export class Budget {
  readonly #steps: number;
  readonly #whole: Budget | undefined;
  #used = 0;

  constructor(steps: number, whole?: Budget) {
    this.#steps = steps;
    this.#whole = whole;
  }

  /** A budget for one of many tasks: none of them may use up all by itself. */
  part(steps: number): Budget {
    return new Budget(steps, this);
  }

  /** False once the budget is used up. */
  spend(steps = 1): boolean {
    this.#used += steps;
    const whole = this.#whole?.spend(steps) ?? true;
    return whole && this.#used <= this.#steps;
  }

  get isUsedUp(): boolean {
    return this.#used > this.#steps;
  }

  get used(): number {
    return this.#used;
  }
}
