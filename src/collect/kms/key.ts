import { mapObserved, type Observed } from '../../model/observed.ts';
import type { Aws, Collector, Sink } from '../collector.ts';
import { paging } from '../collector.ts';
import { keyDescription, withheldManager } from './key-description.ts';
import { readKeySettings } from './key-setting.ts';
import { observe, required } from '../reply/observe.ts';
import { observeList } from '../reply/observe-list.ts';
import { listed } from '../reply/reply.ts';
import { universe } from '../universe.ts';

const list = 'kms:ListKeys';
const listAliases = 'kms:ListAliases';
const describe = 'kms:DescribeKey';

/** By key id. */
type Aliases = Observed<ReadonlyMap<string, readonly string[]>>;

/** KMS keys of a region, those managed by AWS too. */
export const kmsKeyCollector: Collector = {
  name: 'kms.key',
  kinds: ['kms.key'],
  scope: 'regional',
  operations: {
    [list]: list,
    [listAliases]: listAliases,
    [describe]: describe,
    'kms:GetKeyPolicy': 'kms:GetKeyPolicy',
    'kms:ListGrants': 'kms:ListGrants',
    'kms:GetKeyRotationStatus': 'kms:GetKeyRotationStatus',
    'kms:ListResourceTags': 'kms:ListResourceTags',
  },
  collect: (aws, sink) =>
    universe(sink, { kind: 'kms.key', region: aws.region }, async () => {
      const aliases = await readAliases(aws);
      for await (const page of aws.pages(list, { Limit: 1000 }, paging.kms)) {
        const keys = listed(page.Keys, list, 'Keys').map((key) => ({
          keyId: listed(key.KeyId, list, 'KeyId'),
          arn: listed(key.KeyArn, list, 'KeyArn'),
          aliases,
        }));
        await aws.each(keys, (key) => collectKey(aws, sink, key));
      }
    }),
};

/** One list for all keys of the region. AWS reserves some aliases that have no key yet. */
async function readAliases(aws: Aws): Promise<Aliases> {
  const aliases = await observeList(
    aws,
    { operation: listAliases, input: { Limit: 100 }, paging: paging.kms },
    (page) =>
      required(page.Aliases, 'Aliases').map((alias) => ({
        name: required(alias.AliasName, 'AliasName'),
        key: alias.TargetKeyId,
      })),
  );
  return mapObserved(aliases, (all) => {
    const byKey = new Map<string, string[]>();
    for (const { name, key } of all) {
      if (key === undefined) continue;
      // A list that moves while it is read gives an alias twice.
      const names = new Set(byKey.get(key)).add(name);
      byKey.set(key, [...names].sort());
    }
    return byKey;
  });
}

interface ListedKey {
  readonly keyId: string;
  readonly arn: string;
  readonly aliases: Aliases;
}

async function collectKey(aws: Aws, sink: Sink, { keyId, arn, aliases }: ListedKey): Promise<void> {
  const metadata = await observe(aws, describe, { KeyId: keyId }, (reply) =>
    required(reply.KeyMetadata, 'KeyMetadata'),
  );
  const names = mapObserved(aliases, (byKey) => byKey.get(keyId) ?? []);
  const description = withheldManager(keyDescription(metadata), names);
  sink.resource({
    kind: 'kms.key',
    id: arn,
    name: keyId,
    account: aws.account,
    region: aws.region,
    ...description,
    ...(await readKeySettings(aws, keyId, description)),
    aliases: names,
  });
}
