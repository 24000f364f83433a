import type { CompiledStatement } from '../../decide/compile-statement.ts';

/** What a pattern begins with, up to its first wildcard or policy variable. */
export interface Beginning {
  readonly text: string;
  /** Something may follow: an ARN that is not whole goes on with anything, too. */
  readonly goesOn: boolean;
}

const beginnings = new WeakMap<CompiledStatement, readonly Beginning[] | 'any'>();

/** Of all resources that a statement is about; `any`: they may begin with anything. */
export function beginningsOf(compiled: CompiledStatement): readonly Beginning[] | 'any' {
  const known = beginnings.get(compiled);
  if (known !== undefined) return known;
  const fresh = listBeginnings(compiled);
  beginnings.set(compiled, fresh);
  return fresh;
}

function listBeginnings({ resource, statement }: CompiledStatement): readonly Beginning[] | 'any' {
  if (resource.patterns === undefined || resource.not || resource.everything) return 'any';
  return (statement.resource?.values ?? []).map((pattern): Beginning => {
    const text = literalPrefix(pattern);
    return { text, goesOn: text.length < pattern.length || pattern.split(':').length < 6 };
  });
}

export function literalPrefix(pattern: string): string {
  const end = /[*?]|\$\{/.exec(pattern)?.index;
  return end === undefined ? pattern : pattern.slice(0, end);
}
