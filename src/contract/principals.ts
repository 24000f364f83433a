import type { Account } from '../account/account.ts';
import { isPersona } from '../account/persona/persona-of.ts';
import { parseArn } from '../model/arn.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { notCollected } from '../model/observed.ts';
import type { Persona } from '../model/persona.ts';
import type { Missing } from '../model/verdict.ts';
import { globMatches } from '../policy/glob.ts';
import type { Other } from './members.ts';

export interface Principals {
  /** Of the account's own users and roles. */
  readonly arns: readonly string[];
  /** Of other accounts. */
  readonly others: readonly Other[];
  readonly missing: readonly Missing[];
}

type PrincipalKind = 'iam.role' | 'iam.user';

/** The users or roles that patterns name. Each pattern must name somebody: it may be misspelt. */
export function namedPrincipals(
  account: Account,
  kind: PrincipalKind,
  patterns: readonly string[],
): Principals {
  const parts = patterns.map((pattern): Principals => {
    const owner = parseArn(pattern)?.account;
    if (owner !== undefined && /^\d{12}$/.test(owner) && owner !== account.id) {
      return { arns: [], others: [foreigner(pattern, owner)], missing: [] };
    }
    const arns = account
      .all(kind)
      .map(({ id }) => id)
      .filter((arn) => fits(pattern, arn));
    const gaps = account.gaps(kind);
    if (arns.length > 0 || gaps.length > 0) return { arns, others: [], missing: gaps };
    return { arns, others: [], missing: [nobody(account, kind, pattern)] };
  });
  return {
    arns: parts.flatMap((one) => one.arns),
    others: parts.flatMap((one) => one.others),
    missing: parts.flatMap((one) => one.missing),
  };
}

/** Those that the configuration declares. */
export function declaredPrincipals(account: Account, personas: readonly Persona[]): Principals {
  const all = [...account.all('iam.role'), ...account.all('iam.user')].map(({ id }) => id);
  const parts = personas.map((persona) => {
    const arns = all.filter((arn) => isPersona(account, persona, arn));
    const gaps = [...account.gaps('iam.role'), ...account.gaps('iam.user')];
    const what = `inputs.personas.${persona}`;
    const mend = `declare it in ${what} of leastwise.yaml`;
    const none = { what, why: notCollected('it names nobody in the account'), mend };
    return { arns, missing: arns.length > 0 || gaps.length > 0 ? gaps : [none] };
  });
  return {
    arns: parts.flatMap((one) => one.arns),
    others: [],
    missing: parts.flatMap((one) => one.missing),
  };
}

/** By ARN, by `role/NAME` with or without its path, or by the name alone. */
function fits(pattern: string, arn: string): boolean {
  const resource = parseArn(arn)?.resource ?? '';
  const [type = '', ...rest] = resource.split('/');
  const name = rest.at(-1) ?? '';
  return [arn, resource, `${type}/${name}`, name].some((text) => globMatches(pattern, text));
}

/** With `*` in place of the account, an ARN means the own account: anybody may take a name. */
function foreigner(pattern: string, owner: string): Other {
  const resource = parseArn(pattern)?.resource ?? '';
  return {
    name: `${owner}:${resource}`,
    is: ({ arn }) => arn !== undefined && globMatches(pattern, arn),
  };
}

function nobody(account: Account, kind: PrincipalKind, pattern: string): Missing {
  const last = pattern.split('/').at(-1) ?? pattern;
  const near = didYouMean(
    last,
    account.all(kind).map(({ name }) => name),
  );
  const mend = near === undefined ? 'correct the contract' : `did you mean "${near}"?`;
  const word = kind === 'iam.role' ? 'role' : 'user';
  return { what: `${word} ${pattern}`, why: notCollected(`no ${word} has such a name`), mend };
}
