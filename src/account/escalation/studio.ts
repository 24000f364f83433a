import { notCollected } from '../../model/observed.ts';
import type { Resource } from '../../model/resource.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import { pipelineWork } from '../lineage/pipeline-work.ts';
import { profileWork, spaceWork } from '../lineage/studio-work.ts';
import type { Works } from '../lineage/work.ts';
import { unreadFields } from './unread-fields.ts';

/** A domain of Studio. Its id stands at the end of its ARN. */
export interface Domain {
  readonly arn: string;
  readonly id: string;
  readonly authMode: 'IAM' | 'SSO';
}

/** A profile or a space, and the role that is acted by in it. */
export interface Workplace {
  readonly arn: string;
  readonly name: string;
  /** ARN. */
  readonly role: string;
  readonly domain: Domain;
}

export interface Found<T> {
  readonly list: readonly T[];
  readonly missing: readonly Missing[];
}

export function domainsOf(account: Account): Found<Domain> {
  const all = account.all('sagemaker.domain');
  const list = all.flatMap(({ id, authMode }): readonly Domain[] => {
    if (authMode.state !== 'present') return [];
    const mode = authMode.value === 'SSO' ? 'SSO' : 'IAM';
    return [{ arn: id, id: id.slice(id.lastIndexOf('/') + 1), authMode: mode }];
  });
  const unread = all.flatMap(({ id, authMode }) => unreadFields(id, { authMode }));
  return { list, missing: [...account.gaps('sagemaker.domain'), ...unread] };
}

/** Those without any role are left out: nobody acts by them. */
export function workplacesOf(
  account: Account,
  kind: 'sagemaker.user-profile' | 'sagemaker.space',
): Found<Workplace> {
  const roles = rolesOf(account, kind);
  const domains = domainsOf(account);
  const all = account.all(kind).flatMap((one) => {
    const { id: arn, name, domain } = one;
    const role = roles.list.get(arn);
    if (role === undefined) return [];
    const found = domains.list.find(({ id }) => domain.state === 'present' && id === domain.value);
    return [{ arn, name, role, domain: found }];
  });
  const list = all.flatMap((one) => (one.domain ? [{ ...one, domain: one.domain }] : []));
  const homeless = all
    .filter(({ domain }) => domain === undefined)
    .map(({ arn }) => ({ what: `the domain of ${arn}`, why: noDomain }));
  return { list, missing: [...roles.missing, ...domains.missing, ...homeless] };
}

const noDomain = notCollected('it is not in the snapshot, or how people come to it is not known');

export interface Roles {
  /** By the ARN of what they work for. */
  readonly list: ReadonlyMap<string, string>;
  readonly missing: readonly Missing[];
}

type Working = 'sagemaker.user-profile' | 'sagemaker.space' | 'sagemaker.pipeline';

const works: {
  readonly [K in Working]: (account: Account, resource: Resource<K>) => Works;
} = {
  'sagemaker.user-profile': profileWork,
  'sagemaker.space': spaceWork,
  'sagemaker.pipeline': pipelineWork,
};

/** The roles of things of one kind. One that follows from something unread may be another. */
export function rolesOf<K extends Working>(account: Account, kind: K): Roles {
  const all = account.all(kind).map((one) => ({ id: one.id, ...works[kind](account, one) }));
  const roles = all.flatMap(({ id, list, holes }) => {
    const role = list[0]?.role;
    return role === undefined || holes.length > 0 ? [] : [[id, role] as const];
  });
  const holes = all.flatMap((one) => one.holes.map(({ missing }) => missing));
  return { list: new Map(roles), missing: [...account.gaps(kind), ...holes] };
}
