import {
  GetAccountAuthorizationDetailsCommand,
  IAMClient,
  type GetAccountAuthorizationDetailsResponse,
} from '@aws-sdk/client-iam';
import { accessKeyOf } from '../../src/sandbox/caller.ts';
import { sandboxHandler } from '../../src/sandbox/request-handler.ts';
import { createSandbox } from '../../src/sandbox/respond.ts';
import type { World } from '../../src/sandbox/world.ts';

/** The world's first account's authorisation details, page by page, as an SDK gets them. */
export async function exportedPages(
  world: World,
  pageSize: number,
): Promise<readonly GetAccountAuthorizationDetailsResponse[]> {
  const [account = ''] = world.accounts.keys();
  const sandbox = createSandbox(world, { clock: () => world.now.getTime() });
  const client = new IAMClient({
    region: 'us-east-1',
    credentials: accessKeyOf(account),
    requestHandler: sandboxHandler(sandbox),
  });
  const pages: GetAccountAuthorizationDetailsResponse[] = [];
  let marker: string | undefined;
  do {
    const input = { MaxItems: pageSize, ...(marker !== undefined && { Marker: marker }) };
    const { $metadata: _, ...page } = await client.send(
      new GetAccountAuthorizationDetailsCommand(input),
    );
    pages.push(page);
    marker = page.Marker;
  } while (marker !== undefined);
  return pages;
}

/** The same as the AWS CLI prints it: one object, without page marks, documents decoded. */
export function asCliPrints(pages: readonly GetAccountAuthorizationDetailsResponse[]): object {
  const whole = {
    UserDetailList: pages.flatMap((page) => page.UserDetailList ?? []),
    GroupDetailList: pages.flatMap((page) => page.GroupDetailList ?? []),
    RoleDetailList: pages.flatMap((page) => page.RoleDetailList ?? []),
    Policies: pages.flatMap((page) => page.Policies ?? []),
  };
  return JSON.parse(JSON.stringify(whole), decoded) as object;
}

function decoded(name: string, value: unknown): unknown {
  const isDocument = name.endsWith('Document') && typeof value === 'string';
  // Dates as the CLI writes them.
  if (name.endsWith('Date') && typeof value === 'string') return value.replace(/\.\d+Z$/, '+00:00');
  return isDocument ? (JSON.parse(decodeURIComponent(value)) as unknown) : value;
}
