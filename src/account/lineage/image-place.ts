import type { Account } from '../account.ts';

const image = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.[^/]+\/([^:@]+)/;

/** ARN of the ECR repository, of any account, that an image comes from; undefined if of none. */
export function imagePlace(account: Account, uri: string): string | undefined {
  const [, owner, region, name] = image.exec(uri) ?? [];
  if (name === undefined) return undefined;
  return `arn:${account.partition}:ecr:${region}:${owner}:repository/${name}`;
}
