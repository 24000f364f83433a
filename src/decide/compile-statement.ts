import type { ListElement, Policy, Statement } from '../model/policy.ts';
import { globMatches } from '../policy/glob.ts';
import type { Oddity } from '../policy/oddity.ts';
import { compileCondition } from './condition/compile-condition.ts';
import type { CompiledCondition } from './condition/compiled-condition.ts';
import { compilePrincipal, type CompiledPrincipal } from './compile-principal.ts';
import type { StatementSource } from './decision.ts';
import type { Pattern } from './pattern.ts';
import { compileResourcePattern } from './resource-pattern.ts';

/**
 * A statement for any number of requests. Each element is compiled when a request first comes as
 * far as to ask for it: most statements are ruled out by their actions.
 */
export class CompiledStatement {
  readonly source: StatementSource;
  readonly statement: Statement;
  readonly version: Policy['version'];
  readonly allows: boolean;
  /** Something about it is not understood: it never matches for sure. */
  readonly odd: string | undefined;
  /** `action` in lower case. */
  readonly actionMatches: (action: string) => boolean;
  #resource: CompiledResource | undefined;
  #principal: CompiledPrincipal | undefined;
  #conditions: readonly CompiledCondition[] | undefined;

  constructor(
    statement: Statement,
    version: Policy['version'],
    source: StatementSource,
    odd: readonly Oddity[],
  ) {
    this.source = source;
    this.statement = statement;
    this.version = version;
    this.allows = statement.effect === 'Allow';
    this.odd = odd[0] && `${odd[0].at}: ${odd[0].message}`;
    this.actionMatches = actionMatcher(statement.action);
  }

  get resource(): CompiledResource {
    return (this.#resource ??= compileResource(this.statement.resource, this.version));
  }

  get principal(): CompiledPrincipal | undefined {
    const { principal, effect } = this.statement;
    if (principal === undefined) return undefined;
    return (this.#principal ??= compilePrincipal(principal, effect));
  }

  get conditions(): readonly CompiledCondition[] {
    return (this.#conditions ??= this.statement.conditions.map((one) =>
      compileCondition(one, this.version),
    ));
  }
}

export interface CompiledResource {
  readonly not: boolean;
  /** `undefined`: the element is missing. */
  readonly patterns: readonly Pattern[] | undefined;
  /** `*` is among them. */
  readonly everything: boolean;
}

/** AWS compares actions without regard to case. */
function actionMatcher({ not, values }: ListElement): (action: string) => boolean {
  const exact = new Set<string>();
  const starts = new Map<string, string[]>();
  const globs: string[] = [];
  for (const value of values) {
    const text = value.toLowerCase();
    const service = text.slice(0, text.indexOf(':'));
    if (/^\*+$/.test(text)) return () => !not;
    if (!/[*?]/.test(text)) exact.add(text);
    else if (/^[^*?:]+:[^*?]*\*+$/.test(text)) {
      starts.set(service, [...(starts.get(service) ?? []), text.replace(/\*+$/, '')]);
    } else globs.push(text);
  }
  const listed = (action: string): boolean => {
    if (exact.has(action)) return true;
    if (starts.size > 0) {
      const service = action.slice(0, action.indexOf(':'));
      for (const start of starts.get(service) ?? []) if (action.startsWith(start)) return true;
    }
    for (const glob of globs) if (globMatches(glob, action)) return true;
    return false;
  };
  return not ? (action) => !listed(action) : listed;
}

function compileResource(
  element: ListElement | undefined,
  version: Policy['version'],
): CompiledResource {
  if (element === undefined) return { not: false, patterns: undefined, everything: false };
  const variables = version === '2012-10-17';
  return {
    not: element.not,
    patterns: element.values.map((value) =>
      compileResourcePattern(value, variables, element.not ? 'NotResource' : 'Resource'),
    ),
    everything: element.values.some((value) => /^\*+$/.test(value)),
  };
}
