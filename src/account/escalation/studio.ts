import type { Kind } from '../../model/resource.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import { executionsOf } from '../lineage/executions-of.ts';
import { worksOf } from '../lineage/works-of.ts';

/** A domain of Studio. Its id stands at the end of its ARN. */
export interface Domain {
  readonly arn: string;
  readonly id: string;
  readonly region: string;
  /** `IAM`, `SSO`, or undefined where it was not read. */
  readonly authMode: string | undefined;
}

/** A profile or a space, and the role that is acted by in it. */
export interface Workplace {
  readonly arn: string;
  readonly name: string;
  /** ARN, or why it is not known. */
  readonly role: string | Missing;
  readonly domain: Domain | undefined;
}

export interface Workplaces {
  readonly list: readonly Workplace[];
  readonly missing: readonly Missing[];
}

export function domainsOf(account: Account): readonly Domain[] {
  return account.all('sagemaker.domain').map(({ id, region, authMode }) => ({
    arn: id,
    id: id.slice(id.lastIndexOf('/') + 1),
    region,
    authMode: authMode.state === 'present' ? authMode.value : undefined,
  }));
}

/** Those without any role are left out: nobody acts by them. */
export function workplacesOf(
  account: Account,
  kind: 'sagemaker.user-profile' | 'sagemaker.space',
): Workplaces {
  const roles = rolesByResource(account, kind);
  const domains = domainsOf(account);
  const list = account.all(kind).flatMap(({ id, name, domain }): readonly Workplace[] => {
    // A role that follows from something unread may be another.
    const role = holeOf(account, id) ?? roles.get(id);
    if (role === undefined) return [];
    const ofDomain =
      domain.state === 'present' ? domains.find((one) => one.id === domain.value) : undefined;
    return [{ arn: id, name, role, domain: ofDomain }];
  });
  return { list, missing: [...account.gaps(kind), ...account.gaps('sagemaker.domain')] };
}

export function rolesByResource(account: Account, kind: Kind): ReadonlyMap<string, string> {
  const { list } = executionsOf(account);
  return new Map(list.filter((one) => one.kind === kind).map((one) => [one.resource, one.role]));
}

/** What kept the role from being known; holes end with what they are about. */
export function holeOf(account: Account, arn: string): Missing | undefined {
  return worksOf(account)
    .holes.map(({ missing }) => missing)
    .find(({ what }) => what.endsWith(` of ${arn}`));
}
