import { parseArn } from '../../model/arn.ts';
import { UserError } from '../../model/user-error.ts';
import { detailList, detailListNames } from './details-page.ts';
import type { FileValue } from './file-value.ts';

/** Whose account some files are about. */
export interface Owner {
  readonly partition: string;
  /** Twelve digits. */
  readonly account: string;
}

/**
 * The account of every ARN in the pages and in `others`; `named` by the user must be the same, and
 * stands in where no ARN names one. Throws `UserError` where two accounts are in one import.
 */
export function whoseAccount(
  pages: readonly FileValue[],
  others: readonly FileValue[],
  named: string | null,
): Owner {
  let first: { readonly owner: Owner; readonly arn: FileValue } | undefined;
  for (const arn of [...arnsIn(pages), ...others]) {
    const owner = ownerOf(arn);
    if (owner === undefined) continue;
    first ??= { owner, arn };
    if (owner.account === first.owner.account && owner.partition === first.owner.partition)
      continue;
    throw arn.wrong(
      `is of account ${textOf(owner)}, but ${first.arn.file} ${first.arn.place} is of ${textOf(first.owner)}`,
      'import one account at a time',
    );
  }
  if (first === undefined) return unnamed(named);
  if (named === null || named === first.owner.account) return first.owner;
  throw first.arn.wrong(
    `is of account ${first.owner.account}, not of ${named}`,
    'leave --account out, or import the files of that account',
  );
}

function arnsIn(pages: readonly FileValue[]): readonly FileValue[] {
  return pages.flatMap((page) =>
    detailListNames.flatMap((name) => detailList(page, name).map((one) => one.member('Arn'))),
  );
}

/** Undefined for AWS's own policies, which every account may have. */
function ownerOf(given: FileValue): Owner | undefined {
  const arn = parseArn(given.text());
  if (arn?.service === 'iam' && arn.account === 'aws') return undefined;
  if (arn !== undefined && /^\d{12}$/.test(arn.account)) {
    return { partition: arn.partition, account: arn.account };
  }
  throw given.wrong('is not an ARN of an account');
}

function textOf({ account, partition }: Owner): string {
  return partition === 'aws' ? account : `${account} in ${partition}`;
}

function unnamed(account: string | null): Owner {
  if (account !== null) return { partition: 'aws', account };
  throw new UserError(
    'no ARN in the files says whose account they are of; say it with --account ID (twelve digits)',
  );
}
