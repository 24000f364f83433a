import type { Account } from '../account.ts';
import { byText } from './actor.ts';
import { isServiceLinkedRole } from '../fact/service-linked-role.ts';

/** A role that a service may assume, so that it can be passed to the service. */
export interface PassableRole {
  readonly arn: string;
  /** `may`: its trust policy leaves it open. */
  readonly is: 'yes' | 'may';
}

const known = new WeakMap<Account, Map<string, readonly PassableRole[]>>();

/** The roles that can be passed to the service (e.g. `sagemaker.amazonaws.com`) in this account. */
export function passableRoles(account: Account, service: string): readonly PassableRole[] {
  const ofAccount = known.get(account) ?? new Map<string, readonly PassableRole[]>();
  known.set(account, ofAccount);
  const roles = ofAccount.get(service) ?? listRoles(account, service);
  ofAccount.set(service, roles);
  return roles;
}

function listRoles(account: Account, name: string): readonly PassableRole[] {
  // The service acts for this account; the source ARN is that of whatever is started.
  const context = { 'aws:SourceAccount': account.id };
  return account
    .all('iam.role')
    .map(({ id }) => id)
    .filter((arn) => !isServiceLinkedRole(arn))
    .sort(byText)
    .flatMap((arn) => {
      const question = { action: 'sts:AssumeRole', resource: arn, context };
      const { is } = account.reach({ kind: 'service', name }, question);
      return is === 'no' ? [] : [{ arn, is }];
    });
}
