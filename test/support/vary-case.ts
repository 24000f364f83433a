import {
  list,
  type NaiveCase,
  type NaiveDocument,
  type NaivePolicies,
  type NaiveStatement,
} from './naive-evaluator/naive-case.ts';

// Other ways to write the same case.

/** Changes every statement of a case. */
export function mapStatements(
  { request, policies }: NaiveCase,
  change: (statement: NaiveStatement) => NaiveStatement,
): NaiveCase {
  return { request, policies: mapDocuments(policies, (one) => mapDocument(one, change)) };
}

function mapDocuments(
  { scp, rcp, resource, ...lists }: NaivePolicies,
  change: (document: NaiveDocument) => NaiveDocument,
): NaivePolicies {
  const entries = Object.entries(lists).map(([layer, documents]) => [layer, documents.map(change)]);
  return {
    ...(Object.fromEntries(entries) as Omit<NaivePolicies, 'scp' | 'rcp' | 'resource'>),
    ...(scp && { scp: scp.map((level) => level.map(change)) }),
    ...(rcp && { rcp: rcp.map((level) => level.map(change)) }),
    ...(resource && { resource: change(resource) }),
  };
}

function mapDocument(
  { Statement, ...others }: NaiveDocument,
  change: (statement: NaiveStatement) => NaiveStatement,
): NaiveDocument {
  return { ...others, Statement: list(Statement).map(change) };
}

/** Lists and members of all that JSON can hold in another order, which depends on the salt. */
export function reordered<T>(value: T, salt: number): T {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([name, one], index) => ({ name, one: reordered<unknown>(one, salt), index }))
    .sort((a, b) => place(a.index, salt) - place(b.index, salt));
  return Array.isArray(value)
    ? (entries.map(({ one }) => one) as T)
    : (Object.fromEntries(entries.map(({ name, one }) => [name, one])) as T);
}

/** 13 is a prime and no list is longer. */
function place(index: number, salt: number): number {
  return ((index + 1) * salt) % 13;
}

/** A single value becomes a list of one, a list of one a single value; statements are a list. */
export function inOtherForm(given: NaiveCase): NaiveCase {
  return mapStatements(given, (statement) => otherForm(statement) as NaiveStatement);
}

function otherForm(value: unknown, name = ''): unknown {
  if (name === 'Effect' || (name.endsWith('Principal') && value === '*')) return value;
  if (Array.isArray(value)) return value.length === 1 ? (value[0] as unknown) : value;
  if (typeof value !== 'object' || value === null) return [value];
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, otherForm(one, key)]));
}

/** Names of actions and of condition keys in the other case. */
export function inOtherCase(given: NaiveCase): NaiveCase {
  const { request, policies } = mapStatements(given, (statement) => {
    const { Action, NotAction, Condition } = statement;
    return {
      ...statement,
      ...(Action !== undefined && { Action: list(Action).map(swapped) }),
      ...(NotAction !== undefined && { NotAction: list(NotAction).map(swapped) }),
      ...(Condition && { Condition: mapValues(Condition, withSwappedKeys) }),
    };
  });
  const { action, context = {} } = request;
  return {
    request: { ...request, action: swapped(action), context: withSwappedKeys(context) },
    policies,
  };
}

function withSwappedKeys<T>(block: { readonly [key: string]: T }): { readonly [key: string]: T } {
  return Object.fromEntries(Object.entries(block).map(([key, one]) => [swapped(key), one]));
}

function mapValues<T>(
  block: { readonly [key: string]: T },
  change: (value: T) => T,
): { readonly [key: string]: T } {
  return Object.fromEntries(Object.entries(block).map(([key, one]) => [key, change(one)]));
}

function swapped(text: string): string {
  return text.replace(/[a-z]/gi, (one) =>
    one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase(),
  );
}
