import { accepts, acceptsAll, lettersAt, step, type Machine, type Positions } from './machine.ts';
import type { Budget } from '../budget.ts';
import { tokensOf } from './token.ts';

/** Characters of no meaning to any pattern, for the places where any will do. */
const fresh = tokensOf('xyzXYZ0123456789wvutsrqponmlkjihgfedcba_');

interface Node {
  readonly positive: readonly Positions[];
  readonly negative: readonly Positions[];
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
  let layer: Node[] = [
    {
      positive: positive.map((one) => one.start),
      negative: negative.map((one) => one.start),
      char: -1,
      from: undefined,
    },
  ];
  const seen = new Set<string>();
  while (layer.length > 0) {
    const next: Node[] = [];
    for (const node of layer) {
      if (isFound(node, positive, negative)) return { text: textOf(node) };
      if (!budget.spend()) return 'budget';
      for (const char of lettersOf(node, positive, negative)) {
        const child = read(node, char, positive, negative);
        if (child === undefined) continue;
        const key = keyOf(child);
        if (seen.has(key)) continue;
        seen.add(key);
        next.push(child);
      }
    }
    layer = next;
  }
  return 'none';
}

function isFound(node: Node, positive: readonly Machine[], negative: readonly Machine[]): boolean {
  return (
    positive.every((one, index) => accepts(one, node.positive[index] ?? [])) &&
    !negative.some((one, index) => accepts(one, node.negative[index] ?? []))
  );
}

function read(
  node: Node,
  char: number,
  positive: readonly Machine[],
  negative: readonly Machine[],
): Node | undefined {
  const good: Positions[] = [];
  for (const [index, one] of positive.entries()) {
    const positions = step(one, node.positive[index] ?? [], char);
    if (positions.length === 0) return undefined;
    good.push(positions);
  }
  const bad: Positions[] = [];
  for (const [index, one] of negative.entries()) {
    const positions = step(one, node.negative[index] ?? [], char);
    if (acceptsAll(one, positions)) return undefined;
    bad.push(positions);
  }
  return { positive: good, negative: bad, char, from: node };
}

/** The characters that lead on in different ways, and one that stands for all the others. */
function lettersOf(
  node: Node,
  positive: readonly Machine[],
  negative: readonly Machine[],
): readonly number[] {
  const letters = new Set<number>();
  positive.forEach((one, index) => lettersAt(one, node.positive[index] ?? [], letters));
  negative.forEach((one, index) => lettersAt(one, node.negative[index] ?? [], letters));
  const other = fresh.find((char) => !letters.has(char)) ?? freshBeyond(letters);
  return [...letters, other];
}

function freshBeyond(letters: ReadonlySet<number>): number {
  let char = 0x100;
  while (letters.has(char)) char += 1;
  return char;
}

function keyOf({ positive, negative }: Node): string {
  return `${positive.join(';')}|${negative.join(';')}`;
}

function textOf(node: Node): string {
  const chars: string[] = [];
  for (let at: Node | undefined = node; at !== undefined && at.char >= 0; at = at.from) {
    chars.push(String.fromCharCode(at.char));
  }
  return chars.reverse().join('');
}
