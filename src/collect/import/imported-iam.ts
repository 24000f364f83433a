import { notCollected } from '../../model/observed.ts';
import type { Resource } from '../../model/resource.ts';
import { AuthorizationLists } from '../iam/authorization-lists.ts';
import { unreadManagedPolicy } from '../iam/managed-policy.ts';
import { detailsPage } from './details-page.ts';
import type { FileValue } from './file-value.ts';
import { listGaps, type ListGaps } from './list-gaps.ts';

/** Why a field or a list of an imported snapshot is not there. */
export const notImported = notCollected('not in the imported files');

/** Users, groups, roles and policies out of files, and why their lists may not be whole. */
export interface ImportedIam {
  readonly resources: readonly Resource[];
  readonly gaps: ListGaps;
}

/** Every page is of `account`. Throws `UserError` for what cannot be such a page. */
export function importedIam(account: string, pages: readonly FileValue[]): ImportedIam {
  const resources: Resource[] = [];
  const lists = new AuthorizationLists({
    account,
    report: notImported,
    write: (resource) => resources.push(resource),
  });
  for (const page of pages) lists.add(detailsPage(page));
  const missing = lists.missingPolicies();
  for (const arn of missing) lists.write(unreadManagedPolicy(account, arn, notImported));
  return { resources, gaps: listGaps({ pages, resources, missing }) };
}
