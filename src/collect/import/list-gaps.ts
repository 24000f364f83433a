import { ofKind, type Resource } from '../../model/resource.ts';
import { detailList } from './details-page.ts';
import type { FileValue } from './file-value.ts';

type ListedKind = 'iam.user' | 'iam.group' | 'iam.role' | 'iam.policy';

/** Why the list of a kind is not whole; a kind that is not here is whole as far as the files tell. */
export type ListGaps = { readonly [K in ListedKind]?: string };

interface Lists {
  readonly pages: readonly FileValue[];
  readonly resources: readonly Resource[];
  /** ARNs of policies that somebody has but no page had. */
  readonly missing: readonly string[];
}

/**
 * What the files themselves say against being whole: pages that are missing, and what is spoken of
 * but not there, as after a call with `--filter`.
 */
export function listGaps(lists: Lists): ListGaps {
  const cut = cutPages(lists.pages);
  if (cut !== undefined) {
    return { 'iam.user': cut, 'iam.group': cut, 'iam.role': cut, 'iam.policy': cut };
  }
  const attached = missingAttachment(lists);
  const [policy] = lists.missing;
  return {
    ...gap('iam.user', attached),
    ...gap('iam.group', missingGroup(lists) ?? attached),
    ...gap('iam.role', noRoles(lists) ?? attached),
    ...gap('iam.policy', policy && `${policy} is attached but not in the imported files`),
  };
}

function gap(kind: ListedKind, why: string | undefined): ListGaps {
  return why === undefined ? {} : { [kind]: why };
}

/** AWS marks every page but the last; the CLI, told to stop early, prints where to go on. */
function cutPages(pages: readonly FileValue[]): string | undefined {
  const marked = pages.map((page) => {
    const { value } = page.member('IsTruncated');
    if (value !== undefined && typeof value !== 'boolean') {
      throw page.member('IsTruncated').wrong('is neither true nor false');
    }
    if (value === true) return `IsTruncated is true in ${page.file}`;
    return page.member('NextToken').isMissing ? undefined : `NextToken is given in ${page.file}`;
  });
  const whole = marked.some((mark) => mark === undefined);
  return whole ? undefined : `the last page is missing: ${marked.at(-1) ?? 'there is none'}`;
}

function missingGroup({ resources }: Lists): string | undefined {
  const names = new Set(ofKind(resources, 'iam.group').map(({ name }) => name));
  for (const { name, groups } of ofKind(resources, 'iam.user')) {
    const spoken = groups.state === 'present' ? groups.value : [];
    const lost = spoken.find((one) => !names.has(one));
    if (lost !== undefined) {
      return `user ${name} is in group ${lost}, which is not in the imported files`;
    }
  }
  return undefined;
}

/** AWS keeps roles of its own in every account, for support and the Trusted Advisor. */
function noRoles({ resources }: Lists): string | undefined {
  const none = ofKind(resources, 'iam.role').length === 0;
  return none ? 'the files hold no role at all, and every account has some' : undefined;
}

/** A policy says how many have it: where fewer are there, some of them are not in the files. */
function missingAttachment({ pages, resources }: Lists): string | undefined {
  const holders = countHolders(resources);
  for (const policy of pages.flatMap((page) => detailList(page, 'Policies'))) {
    const { value: said } = policy.member('AttachmentCount');
    const arn = policy.member('Arn').text();
    const found = holders.get(arn) ?? 0;
    if (typeof said === 'number' && said > found) {
      const counts = `${String(said)} times, of which ${String(found)} are in the imported files`;
      return `${arn} is attached ${counts}`;
    }
  }
  return undefined;
}

function countHolders(resources: readonly Resource[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of resources) {
    if (!('attachedPolicies' in one) || one.attachedPolicies.state !== 'present') continue;
    for (const { arn } of one.attachedPolicies.value) counts.set(arn, (counts.get(arn) ?? 0) + 1);
  }
  return counts;
}
