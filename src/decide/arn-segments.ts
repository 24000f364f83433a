import { compileGlob, type GlobPart, type TextTest } from './glob-test.ts';
import type { Part } from './pattern.ts';

/**
 * The parts of an ARN pattern, by segment: cut at the first five colons of its literal text; the
 * sixth segment is the rest. Fewer if there are fewer colons.
 */
export function splitSegments<P extends Part>(
  parts: readonly P[],
): readonly (readonly Piece<P>[])[] {
  const segments: Piece<P>[][] = [[]];
  const add = (piece: Piece<P>): void => void segments.at(-1)?.push(piece);
  for (const part of parts) {
    if (typeof part !== 'string') {
      add(part);
      continue;
    }
    const texts = part.split(':');
    const cuts = Math.min(texts.length - 1, 6 - segments.length);
    texts.slice(0, cuts).forEach((text) => {
      if (text !== '') add(text);
      segments.push([]);
    });
    const rest = texts.slice(cuts).join(':');
    if (rest !== '') add(rest);
  }
  return segments;
}

type Piece<P> = P | string;

/** True iff each of the six segments matches its own part of the value: no wildcard takes a colon. */
export function segmentsTest(segments: readonly (readonly GlobPart[])[]): TextTest {
  const head = segments.slice(0, 5).map(segmentTest);
  const tail = compileGlob(segments[5] ?? []);
  return (value) => {
    let start = 0;
    for (const test of head) {
      const end = value.indexOf(':', start);
      if (end < 0 || !test(value, start, end)) return false;
      start = end + 1;
    }
    return tail(value.slice(start));
  };
}

type SegmentTest = (value: string, start: number, end: number) => boolean;

function segmentTest(parts: readonly GlobPart[]): SegmentTest {
  if (parts.every((part) => typeof part === 'string')) {
    const text = parts.join('');
    return (value, start, end) => end - start === text.length && value.startsWith(text, start);
  }
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'object' && only.wildcard === 'run') return () => true;
  const test = compileGlob(parts);
  return (value, start, end) => test(value.slice(start, end));
}
