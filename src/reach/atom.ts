import { compileCondition } from '../decide/condition/compile-condition.ts';
import type { CompiledCondition } from '../decide/condition/compiled-condition.ts';
import type { Condition, Policy } from '../model/policy.ts';
import { parseOperator, type Operator } from '../policy/operator.ts';
import type { Known } from './text/pattern-tokens.ts';
import { readValueSet, type ValueSet } from './value-set.ts';

/**
 * One condition (an operator, a key and its values), or what a `Resource` element lists, as a
 * yes-or-no question about one variable of a request.
 */
export interface Atom {
  /** Equal questions have equal ids. */
  readonly id: number;
  /** The context key in lower case, or `resource`. */
  readonly variable: string;
  readonly quantifier: 'one' | 'all' | 'any';
  /** `undefined` for the operator Null, which asks for nothing but presence. */
  readonly set: ValueSet | undefined;
  /** The operator is a negated one. */
  readonly negated: boolean;
  /** What it answers for a request without the key. */
  readonly onMissing: boolean;
  /** That is not written down. */
  readonly unsureOnMissing: boolean;
  /** It may have another answer than this says, and why. */
  readonly unsure: string | undefined;
  /** Why `set` may have values that it should not have; undefined: it has none. */
  readonly tooGreat: string | undefined;
  /** Keys of policy variables in it that have no known value: `set` is then too great. */
  readonly variables: readonly string[];
  /** For conditions: how the concrete engine answers. */
  readonly compiled: CompiledCondition | undefined;
}

/** An atom that must hold, or must not. */
export interface Literal {
  readonly atom: Atom;
  readonly holds: boolean;
}

export type AtomBody = Omit<Atom, 'id'>;

/** Reads conditions as atoms; equal ones become one. */
export class Atoms {
  readonly #byText = new Map<string, Atom>();

  /** `make` is called for a text that was not seen before. */
  intern(text: string, make: () => AtomBody): Atom {
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    const atom = { id: this.#byText.size, ...make() };
    this.#byText.set(text, atom);
    return atom;
  }

  condition(condition: Condition, version: Policy['version'], known: Known): Atom {
    const variables = version === '2012-10-17';
    const { operator, key, values } = condition;
    const text = `${operator}\n${key.toLowerCase()}\n${variables ? 'v' : ''}\n${[...values].sort().join('\n')}`;
    return this.intern(text, () => conditionAtom(condition, version, known));
  }
}

function conditionAtom(condition: Condition, version: Policy['version'], known: Known): AtomBody {
  const operator = parseOperator(condition.operator);
  const compiled = compileCondition(condition, version);
  const variable = condition.key.toLowerCase();
  const plain = {
    variable,
    quantifier: 'one',
    set: undefined,
    negated: false,
    unsureOnMissing: false,
    tooGreat: undefined,
    variables: [],
    compiled,
  } as const;
  if (operator === undefined || condition.values.length === 0) {
    return { ...plain, onMissing: false, unsure: `${condition.operator} is not understood` };
  }
  if (operator.base === 'Null') return { ...plain, ...nullAnswers(operator, condition.values) };
  const known2012 = version === '2012-10-17';
  const read = readValueSet(operator.base, {
    values: condition.values,
    variables: known2012,
    known,
  });
  const quantifier = operator.set === 'none' ? 'one' : operator.set;
  return {
    ...plain,
    quantifier,
    set: read.set,
    negated: operator.negated,
    onMissing: onMissing(operator),
    unsureOnMissing: operator.set === 'any' && operator.ifExists,
    variables: read.variables,
    unsure: read.odd
      ? `a value of ${condition.operator} on ${condition.key} is not understood`
      : undefined,
  };
}

function nullAnswers(
  { set }: Operator,
  values: readonly string[],
): Pick<Atom, 'onMissing' | 'unsure'> {
  const [value = ''] = values.map((one) => one.toLowerCase());
  const clear = set === 'none' && values.length === 1 && (value === 'true' || value === 'false');
  return { onMissing: value === 'true', unsure: clear ? undefined : 'Null with an unusual value' };
}

function onMissing({ set, ifExists, negated }: Operator): boolean {
  if (set === 'all') return true;
  if (set === 'any') return ifExists;
  return ifExists || negated;
}
