import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Pair,
} from 'yaml';
import { UserError } from '../model/user-error.ts';

export type YamlPath = readonly (string | number)[];

/** A YAML text as a value, with the place of everything in it. */
export interface YamlSource {
  readonly value: unknown;
  /**
   * Line and column, from 1, of what stands at `path` or of its name; of the nearest thing around
   * it where it is not there. Maps and lists are where their name is: their own place is that of
   * their first entry.
   */
  position(
    path: YamlPath,
    of: 'value' | 'name',
  ): { readonly line: number; readonly column: number };
}

/**
 * Reads one YAML 1.2 document; merge keys (`<<`) are understood, duplicate keys are not.
 * @throws UserError naming file, line and column.
 */
export function readYaml(text: string, file: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    merge: true,
    prettyErrors: false,
    uniqueKeys: true,
  });
  const [problem] = document.errors;
  if (problem !== undefined) {
    const { line, col } = lines.linePos(problem.pos[0]);
    throw new UserError(`${file}:${line}:${col}: ${sayYamlError(problem.code, problem.message)}`);
  }
  return {
    value: plainValue(document, lines, file),
    position: (path, of) => {
      const { line, col } = lines.linePos(offsetOf(document, path, of));
      return { line, column: col };
    },
  };
}

function sayYamlError(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'this name is given twice in the same map; keep one of them';
  if (code === 'MULTIPLE_DOCS')
    return 'a second document starts here; the file holds one: remove "---"';
  const sentence = message.replace(/\s+/g, ' ').replace(/\.$/, '');
  return `not valid YAML: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

/** An alias to nowhere and an alias bomb come to light only when the value is built. */
function plainValue(document: Document.Parsed, lines: LineCounter, file: string): unknown {
  try {
    return document.toJS() as unknown;
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    const { line, col } = lines.linePos(lostAlias(document) ?? 0);
    const message = sayYamlError('ALIAS', error.message);
    throw new UserError(`${file}:${line}:${col}: ${message}`, { cause: error });
  }
}

function lostAlias(document: Document.Parsed): number | undefined {
  let offset: number | undefined;
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return undefined;
      offset = alias.range?.[0];
      return visit.BREAK;
    },
  });
  return offset;
}

function offsetOf(document: Document.Parsed, path: YamlPath, of: 'value' | 'name'): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0] ?? 0;
  for (const step of path) {
    const pair = findStep(resolve(node, document), step);
    if (pair === undefined) return offset;
    node = pair.value;
    const byName = of === 'name' || isCollection(node);
    offset = byName ? (pair.nameOffset ?? startOf(node)) : startOf(node, pair.nameOffset);
  }
  return offset;
}

interface Found {
  readonly value: unknown;
  readonly nameOffset?: number;
}

function findStep(node: unknown, step: string | number): Found | undefined {
  if (isSeq(node)) {
    const value = node.items[Number(step)];
    return value === undefined ? undefined : { value };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => nameOf(item) === String(step));
  return pair === undefined ? undefined : { value: pair.value, nameOffset: startOf(pair.key) };
}

function nameOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
}

function resolve(node: unknown, document: Document.Parsed): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

function startOf(node: unknown, otherwise = 0): number {
  const ranged = node as { readonly range?: readonly number[] | null } | null;
  return ranged?.range?.[0] ?? otherwise;
}
