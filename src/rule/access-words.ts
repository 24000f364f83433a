import type { Subject } from '../account/reach/reach-answer.ts';

/** Resources as tests name them: ARNs, `s3://…`, resources, artifacts, or lists of these. */
export type Where =
  string | { readonly id: string } | { readonly resource: string } | readonly Where[];

/** ARNs and patterns behind what a test names. */
export function textsOf(where: Where): readonly string[] {
  if (typeof where === 'string') return [where];
  if (isList(where)) return where.flatMap(textsOf);
  return ['id' in where ? where.id : where.resource];
}

function isList(where: Where): where is readonly Where[] {
  return Array.isArray(where);
}

/** Whom a test speaks of: a set of subjects, or a principal by ARN, `role/NAME` or `user/NAME`. */
export type Whom = Everybody | string | { readonly id: string };

/** Sorts of subjects, as one word. */
export interface Everybody {
  readonly sorts: readonly Subject['sort'][];
  readonly words: string;
}

/** The whole world: callers without credentials, and those of any account of AWS. */
export const anyone: Everybody = { sorts: ['anonymous', 'any-account'], words: 'anyone' };

/** Everybody outside the account, named or not, but services of AWS. */
export const outsiders: Everybody = {
  sorts: ['anonymous', 'any-account', 'organization', 'named-account', 'federated'],
  words: 'outsiders',
};

/** Users of IAM. */
export const users: Everybody = { sorts: ['user'], words: 'users' };

export function isMeant({ sort, name }: Subject, whom: Whom): boolean {
  if (typeof whom === 'string') return name === whom || isNamed(name, whom);
  return 'sorts' in whom ? whom.sorts.includes(sort) : name === whom.id;
}

/** `role/NAME` and `user/NAME` leave the path out. */
function isNamed(arn: string, text: string): boolean {
  const [type = '', ...rest] = (arn.split(':')[5] ?? '').split('/');
  return text === `${type}/${rest.at(-1) ?? ''}`;
}

export function whomText(whom: Whom): string {
  if (typeof whom === 'string') return whom;
  return 'sorts' in whom ? whom.words : whom.id;
}
