import type { GlobPart, TextTest } from './glob-test.ts';

/** One character of a pattern, or a wildcard. */
interface Step {
  readonly text?: string;
  readonly repeats: boolean;
  readonly crossesColons: boolean;
}

/**
 * True iff the pattern matches when a `*` at the end of a segment may also take
 * colons, as IAM's page on the Resource element says it can. Slow, and seldom asked: every step of
 * the pattern is tried at every character.
 */
export function looseArnTest(segments: readonly (readonly GlobPart[])[]): TextTest {
  let steps: readonly Step[] | undefined;
  return (value) => {
    steps ??= segments.flatMap((segment, index) => [
      ...(index === 0 ? [] : [literal(':')]),
      ...segmentSteps(segment, index === segments.length - 1),
    ]);
    let reached = skipRuns(steps, new Set([0]));
    for (let at = 0; at < value.length && reached.size > 0; at += 1) {
      reached = skipRuns(steps, advance(steps, reached, value.charAt(at)));
    }
    return reached.has(steps.length);
  };
}

function literal(text: string): Step {
  return { text, repeats: false, crossesColons: true };
}

function segmentSteps(segment: readonly GlobPart[], isLast: boolean): readonly Step[] {
  return segment.flatMap((part, index): readonly Step[] => {
    if (typeof part === 'string') return part.split('').map(literal);
    const repeats = part.wildcard === 'run';
    const atEnd = repeats && index === segment.length - 1;
    return [{ repeats, crossesColons: isLast || atEnd }];
  });
}

function advance(
  steps: readonly Step[],
  reached: ReadonlySet<number>,
  character: string,
): ReadonlySet<number> {
  const next = new Set<number>();
  for (const at of reached) {
    const step = steps[at];
    if (step === undefined || (step.text !== undefined && step.text !== character)) continue;
    if (character === ':' && !step.crossesColons) continue;
    next.add(step.repeats ? at : at + 1);
  }
  return next;
}

/** A run may also be empty. */
function skipRuns(steps: readonly Step[], reached: ReadonlySet<number>): ReadonlySet<number> {
  const all = new Set(reached);
  // A set also visits what is added on the way.
  for (const at of all) if (steps[at]?.repeats) all.add(at + 1);
  return all;
}
