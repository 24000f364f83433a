import type { Account } from '../account/account.ts';
import type { FieldName, Fields, Identity, Kind } from '../model/resource.ts';
import type { Severity } from '../model/record.ts';
import type { Verdict } from '../model/verdict.ts';

export type ParamValue = string | number | boolean | readonly string[];
export type Params = { readonly [name: string]: ParamValue };

/** The resource as a rule sees it: its identity and the fields the rule declared. */
export type View<K extends Kind, N extends FieldName<K>> = {
  [Q in K]: Identity<Q> & Pick<Fields<Q>, N & FieldName<Q>>;
}[K];

/**
 * A rule is a value; nothing happens when its file is imported. Its id is its path below the suites
 * folder and a sentence that is true when compliant.
 */
export interface Rule<
  K extends Kind = Kind,
  N extends FieldName<K> = FieldName<K>,
  P extends Params = Params,
> {
  readonly id: string;
  /** Short stable code of the catalogue, e.g. `NET-02`; never used again. */
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  /** What can happen otherwise; one or two sentences. */
  readonly why: string;
  /** What to change. */
  readonly fix: string;
  readonly on: K;
  /** Further kinds that the same check judges, e.g. users beside roles; each has the fields of `needs`. */
  readonly alsoOn?: readonly K[];
  /** The fields `check` reads; a pass is withdrawn when one of them could not be read. */
  readonly needs: readonly N[];
  /** Other kinds whose list must be complete for the answer to be whole, e.g. `kms.key`. */
  readonly uses: readonly Kind[];
  /** Defaults; a configuration may override each by a value of the same type. */
  readonly params: P;
  check(resource: View<K, N>, account: Account, params: P): Verdict;
}

type Widened<P extends Params> = {
  readonly [Q in keyof P]: P[Q] extends string
    ? string
    : P[Q] extends number
      ? number
      : P[Q] extends boolean
        ? boolean
        : P[Q];
};

/** Declares a rule; `uses` and `params` may be left out. */
export function rule<
  K extends Kind,
  const N extends FieldName<K>,
  P extends Params = Record<never, never>,
>(
  definition: Omit<Rule<K, N, Widened<P>>, 'uses' | 'params'> & {
    readonly uses?: readonly Kind[];
    readonly params?: P;
  },
): Rule<K, N, Widened<P>> {
  return {
    ...definition,
    uses: definition.uses ?? [],
    params: (definition.params ?? {}) as Widened<P>,
  };
}

/** The kinds of resources that a rule judges. */
export function kindsOf({
  on,
  alsoOn = [],
}: Pick<AnyRule, 'on' | 'alsoOn'>): readonly [Kind, ...Kind[]] {
  return [on, ...alsoOn];
}

/**
 * A rule of whatever kind, for lists of rules. Its `check` takes resources of its own kind only;
 * the runner, which looks the resources up by `on`, is the one caller.
 */
export interface AnyRule extends Omit<Rule, 'needs' | 'params' | 'check'> {
  readonly needs: readonly string[];
  readonly params: Params;
  check(resource: never, account: Account, params: never): Verdict;
}
