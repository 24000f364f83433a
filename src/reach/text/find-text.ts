import type { Budget } from '../budget.ts';
import type { Machine, State } from './machine.ts';
import { narrowed } from './narrow.ts';
import { isRun, tokensOf } from './token.ts';

/** Characters of no meaning to any pattern, for the places where any will do. */
const fresh = tokensOf('xyzXYZ0123456789wvutsrqponmlkjihgfedcba_');

/** A text read so far: where each machine stands, the positive ones first. */
interface Node {
  readonly states: readonly State[];
  readonly char: number;
  readonly from: Node | undefined;
}

/** `none` is a proof; `budget`: nothing was found as far as it went. */
export type FoundText = { readonly text: string } | 'none' | 'budget';

/** A shortest string that all of `positive` have and none of `negative`. */
export function findText(
  positive: readonly Machine[],
  negative: readonly Machine[],
  budget: Budget,
): FoundText {
  const question = narrowed({ positive, negative });
  if (question === 'none') return 'none';
  const [only, ...others] = question.positive;
  if (only !== undefined && others.length === 0 && question.negative.length === 0) {
    return { text: shortestOf(only) };
  }
  const machines = [...question.positive, ...question.negative];
  const wanted = question.positive.length;
  let layer: Node[] = [{ states: machines.map((one) => one.start), char: -1, from: undefined }];
  const seen = new Set<string>();
  while (layer.length > 0) {
    const next: Node[] = [];
    for (const node of layer) {
      if (isFound(node, wanted)) return { text: textOf(node) };
      for (const char of lettersOf(node, wanted)) {
        const child = read(node, char, machines, wanted);
        if (child === undefined) continue;
        const key = child.states.map(({ id }) => id).join();
        if (seen.has(key)) continue;
        if (!budget.spend(costOf(child))) return 'budget';
        seen.add(key);
        next.push(child);
      }
    }
    layer = next;
  }
  return 'none';
}

/** A shortest text of a machine, which has some. */
function shortestOf({ patterns }: Machine): string {
  const texts = patterns.map((pattern) => pattern.filter((token) => !isRun(token)));
  const shortest = texts.reduce((best, one) => (one.length < best.length ? one : best));
  return String.fromCharCode(...shortest.map((token) => (token < 0 ? (fresh[0] ?? 0) : token)));
}

function isFound({ states }: Node, wanted: number): boolean {
  return states.every(({ accepts }, index) => accepts === index < wanted);
}

function read(
  node: Node,
  char: number,
  machines: readonly Machine[],
  wanted: number,
): Node | undefined {
  const states: State[] = [];
  for (const [index, machine] of machines.entries()) {
    const before = node.states[index];
    if (before === undefined) continue;
    const state = machine.step(before, char);
    if (index < wanted ? state.positions.length === 0 : state.acceptsAll) return undefined;
    states.push(state);
  }
  return { states, char, from: node };
}

/** More for large states: a step is much the same work for every question. */
function costOf({ states }: Node): number {
  return 1 + Math.floor(states.reduce((sum, { positions }) => sum + positions.length, 0) / 32);
}

/** The characters that lead on in different ways, and one that stands for all the others. */
function lettersOf({ states }: Node, wanted: number): Iterable<number> {
  let narrowest: ReadonlySet<number> | undefined;
  for (const { onlyLetters, letters } of states.slice(0, wanted)) {
    if (onlyLetters && letters.size < (narrowest?.size ?? Infinity)) narrowest = letters;
  }
  if (narrowest !== undefined) return narrowest;
  const all = new Set<number>();
  for (const { letters } of states) for (const char of letters) all.add(char);
  all.add(fresh.find((char) => !all.has(char)) ?? freshBeyond(all));
  return all;
}

function freshBeyond(letters: ReadonlySet<number>): number {
  let char = 0x100;
  while (letters.has(char)) char += 1;
  return char;
}

function textOf(node: Node): string {
  const chars: string[] = [];
  for (let at: Node | undefined = node; at !== undefined && at.char >= 0; at = at.from) {
    chars.push(String.fromCharCode(at.char));
  }
  return chars.reverse().join('');
}
