import type { NaiveRequest } from './naive-case.ts';

/** Who asks: what his ARN says of him. */
export interface Caller {
  readonly type:
    'user' | 'role' | 'federated-user' | 'root' | 'service' | 'federated' | 'anonymous';
  /** ARN, service or provider as the case gives it. */
  readonly name: string;
  /** Empty for callers without an account. */
  readonly account: string;
  /** Name of a user or role without path. */
  readonly shortName: string;
  /** The case names a session of a role. */
  readonly isSession: boolean;
  readonly isServiceLinked: boolean;
}

export function callerOf(principal: NaiveRequest['principal']): Caller {
  const nobody = { account: '', shortName: '', isSession: false, isServiceLinked: false };
  if (typeof principal === 'object') {
    return 'service' in principal
      ? { ...nobody, type: 'service', name: principal.service }
      : { ...nobody, type: 'federated', name: principal.federated };
  }
  if (/^\d{12}$/.test(principal)) return callerOf(`arn:aws:iam::${principal}:root`);
  if (principal === 'anonymous') return { ...nobody, type: 'anonymous', name: principal };
  const [, , , , account = '', rest = ''] = principal.split(':');
  const caller = { ...nobody, name: principal, account };
  const path = rest.split('/');
  const last = path.at(-1) ?? '';
  switch (path[0]) {
    case 'root':
      return { ...caller, type: 'root' };
    case 'user':
      return { ...caller, type: 'user', shortName: last };
    case 'federated-user':
      return { ...caller, type: 'federated-user', shortName: last };
    case 'role':
      return {
        ...caller,
        type: 'role',
        shortName: last,
        isServiceLinked: path[1] === 'aws-service-role',
      };
    case 'assumed-role': {
      const role = path[1] ?? '';
      const isServiceLinked = role.startsWith('AWSServiceRoleFor');
      return { ...caller, type: 'role', shortName: role, isSession: true, isServiceLinked };
    }
    default:
      throw new Error(`the naive evaluator does not know the principal ${principal}`);
  }
}

/** Users, roles, federated users and the root: those whom policies of an account can bind. */
export function hasAccount(caller: Caller): boolean {
  return caller.account !== '';
}
