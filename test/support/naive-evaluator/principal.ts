import { hasAccount, type Caller } from './caller.ts';
import { list, type NaivePrincipal, type NaiveStatement } from './naive-case.ts';
import { anything, expression } from './text.ts';

/** How a policy can name a caller; what else he then needs depends on it. */
export type Way =
  'everyone' | 'account' | 'user' | 'role' | 'session' | 'issuer' | 'service' | 'federated';

export interface PrincipalQuestion {
  readonly caller: Caller;
  readonly bounded: boolean;
  /** Whether what is in doubt is to count as a match of the statement. */
  readonly lenient: boolean;
}

/** The ways in which a statement names the caller; none: it is not for him. */
export function waysNamed(statement: NaiveStatement, question: PrincipalQuestion): readonly Way[] {
  const { Principal, NotPrincipal, Effect } = statement;
  const { caller, lenient } = question;
  // AWS takes no such statement.
  if (hasPartialWildcard(Principal ?? NotPrincipal ?? '*') && !lenient) return [];
  if (Principal !== undefined) return namedBy(Principal, caller, { lenient, Effect });
  // Without the element the document is no resource policy: it lets nobody in.
  if (NotPrincipal === undefined) return Effect === 'Deny' && lenient ? ['everyone'] : [];
  const isSpared =
    Effect === 'Allow'
      ? namedBy(NotPrincipal, caller, { lenient: !lenient, Effect: 'Deny' }).length > 0
      : isExempt(NotPrincipal, question);
  return isSpared ? [] : ['everyone'];
}

/**
 * "AWS might validate the account first, then the role, and then the assumed-role user": a caller is
 * surely exempt from a Deny only if all are listed; "will always deny" with a permissions boundary.
 */
function isExempt(
  listed: NaivePrincipal,
  { caller, bounded, lenient }: PrincipalQuestion,
): boolean {
  if (bounded) return false;
  const sure = namedBy(listed, caller, { lenient: false, Effect: 'Deny' });
  const chains: Record<Caller['type'], readonly Way[]> = {
    user: ['user', 'account'],
    role: ['session', 'role', 'account'],
    'federated-user': ['session', 'account'],
    root: ['account'],
    service: ['service'],
    federated: ['federated'],
    anonymous: ['everyone'],
  };
  if (sure.includes('everyone') || chains[caller.type].every((way) => sure.includes(way))) {
    return true;
  }
  const isMaybeListed = namedBy(listed, caller, { lenient: true, Effect: 'Deny' }).length > 0;
  return isMaybeListed && !lenient;
}

/** "You cannot use a wildcard to match part of a principal name or ARN." */
function hasPartialWildcard(element: NaivePrincipal): boolean {
  return (
    element !== '*' &&
    Object.values(element)
      .flatMap(list)
      .some((name) => name !== '*' && /[*?]/.test(name))
  );
}

interface Leaning {
  readonly lenient: boolean;
  readonly Effect: NaiveStatement['Effect'];
}

function namedBy(element: NaivePrincipal, caller: Caller, leaning: Leaning): readonly Way[] {
  if (element === '*') return ['everyone'];
  return Object.entries(element).flatMap(([type, names]) =>
    list(names).flatMap((name) => waysOf(type, name, { ...leaning, caller })),
  );
}

function waysOf(
  type: string,
  name: string,
  { caller, lenient, Effect }: Leaning & { readonly caller: Caller },
): readonly Way[] {
  // It is an account's, but which one it does not tell.
  if (type === 'CanonicalUser') return lenient && hasAccount(caller) ? ['account'] : [];
  if (name === '*') return type === 'AWS' ? ['everyone'] : [];
  if (/[*?]/.test(name)) {
    return Effect === 'Deny' && lenient && isMaybeMeant(name, caller) ? ['account'] : [];
  }
  if (type === 'Service')
    return caller.type === 'service' && name === caller.name ? ['service'] : [];
  if (type === 'Federated') {
    return caller.type === 'federated' && name === caller.name ? ['federated'] : [];
  }
  return type === 'AWS' && hasAccount(caller) ? waysOfArn(name, caller, lenient) : [];
}

function waysOfArn(name: string, caller: Caller, lenient: boolean): readonly Way[] {
  const { account, shortName } = caller;
  if (name === account || name === `arn:aws:iam::${account}:root`) return ['account'];
  switch (caller.type) {
    case 'user':
      return name === caller.name ? ['user'] : [];
    case 'federated-user':
      if (name === caller.name) return ['session'];
      // Whose session it is, its ARN does not tell.
      return lenient && name.startsWith(`arn:aws:iam::${account}:user/`) ? ['issuer'] : [];
    case 'role': {
      if (name === caller.name) return [caller.isSession ? 'session' : 'role'];
      if (caller.isSession) {
        // A session's ARN has lost the path of its role.
        const isRole = name.startsWith(`arn:aws:iam::${account}:role/`);
        return isRole && name.split('/').at(-1) === shortName ? ['role'] : [];
      }
      const isSession = name.startsWith(`arn:aws:sts::${account}:assumed-role/${shortName}/`);
      return lenient && isSession ? ['session'] : [];
    }
    case 'root':
    case 'service':
    case 'federated':
    case 'anonymous':
      return [];
  }
}

function isMaybeMeant(name: string, caller: Caller): boolean {
  const { isSession, account, shortName } = caller;
  const texts = isSession
    ? [caller.name, `arn:aws:iam::${account}:role/${shortName}`]
    : [caller.name];
  const reading = { keys: new Map(), variables: false, wildcards: true, any: anything };
  const source = expression(name, reading) ?? '';
  return caller.type !== 'anonymous' && texts.some((text) => new RegExp(`^${source}$`).test(text));
}
