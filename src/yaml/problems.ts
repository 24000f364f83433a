import { didYouMean } from '../model/did-you-mean.ts';
import { UserError } from '../model/user-error.ts';
import type { YamlPath, YamlSource } from './yaml-source.ts';

const shown = 10;

interface Problem {
  readonly path: YamlPath;
  readonly message: string;
  readonly of: 'value' | 'name';
}

/** What is wrong with an account file, gathered so that one run tells of all of it. */
export class Problems {
  readonly #source: YamlSource;
  readonly #file: string;
  readonly #found: Problem[] = [];

  constructor(source: YamlSource, file: string) {
    this.#source = source;
    this.#file = file;
  }

  /** `of`: whether the name at the end of the path is wrong, or what it holds. */
  add(path: YamlPath, message: string, of: 'value' | 'name' = 'value'): void {
    this.#found.push({ path, message, of });
  }

  /** @throws UserError with one line for each problem, in the order of the file. */
  throwIfAny(): void {
    if (this.#found.length === 0) return;
    const placed = this.#found.map((problem) => ({
      ...problem,
      ...this.#source.position(problem.path, problem.of),
    }));
    placed.sort((left, right) => left.line - right.line || left.column - right.column);
    const lines = placed.map(({ path, message, line, column }) => {
      const place = path.length === 0 ? '' : `${pathText(path)}: `;
      return `${this.#file}:${line}:${column}: ${place}${message}`;
    });
    const unique = [...new Set(lines)];
    const rest = unique.length - shown;
    throw new UserError(
      [...unique.slice(0, shown), ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n'),
    );
  }
}

/** `did you mean "x"?`, or the names there are. */
export function suggest(given: string, known: Iterable<string>): string {
  const names = [...known];
  const near = didYouMean(given, names);
  if (near !== undefined) return `did you mean "${near}"?`;
  if (names.length === 0) return 'there is none';
  const listed = names.slice(0, 12).join(', ');
  return `there is ${listed}${names.length > 12 ? ', …' : ''}`;
}

/** `s3.buckets.acme-models.policy[0]`; names with other signs than `\w-/` are quoted. */
function pathText(path: YamlPath): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      const name = /^[\w/-]+$/.test(step) ? step : JSON.stringify(step);
      return index === 0 ? name : `.${name}`;
    })
    .join('');
}
