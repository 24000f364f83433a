import { AwsError } from './aws-error.ts';
import { numberIn, tagList, textIn } from './input.ts';
import type { JsonObject } from '../model/json.ts';
import type { Call, Context, Operation, Operations } from './call.ts';
import type { SandboxKey } from './world.ts';

export const kmsOperations: Operations = {
  ListKeys: {
    respond: (call, context) => {
      const keys = keysOf(call).map((key) => ({ KeyId: idOf(key), KeyArn: arnOf(key) }));
      return listReply(call, context, { member: 'Keys', items: keys, usual: 100 });
    },
    pages: true,
  },
  ListAliases: { respond: listAliases, pages: true },
  DescribeKey: aboutKey((call) => ({ KeyMetadata: findKey(call).metadata })),
  GetKeyPolicy: aboutKey(getKeyPolicy),
  GetKeyRotationStatus: aboutKey((call) => {
    const { rotation, metadata } = findKey(call);
    if (rotation !== null) return rotation;
    const message = `${textIn(metadata, 'Arn')} does not support rotation.`;
    throw new AwsError('UnsupportedOperationException', message);
  }),
  ListGrants: {
    ...aboutKey((call, context) => {
      const items = findKey(call).grants;
      return listReply(call, context, { member: 'Grants', items, usual: 50 });
    }),
    pages: true,
  },
  ListResourceTags: {
    ...aboutKey((call, context) => {
      const items = tagList(findKey(call).tags, { key: 'TagKey', value: 'TagValue' });
      return listReply(call, context, { member: 'Tags', items, usual: 50 });
    }),
    pages: true,
  },
};

function aboutKey(respond: Operation['respond']): Operation {
  return { respond, resource: (input) => textIn(input, 'KeyId'), gone: noSuchKey };
}

function getKeyPolicy(call: Call): JsonObject {
  const key = findKey(call);
  // AWS knows one policy name; it may be left out since 2023, but not everywhere.
  if (textIn(call.input, 'PolicyName') !== 'default') {
    throw new AwsError('NotFoundException', 'No such policy exists');
  }
  return { Policy: JSON.stringify(key.policy), PolicyName: 'default' };
}

function listAliases(call: Call, context: Context): JsonObject {
  const wanted = textIn(call.input, 'KeyId');
  const keys = wanted === undefined ? keysOf(call) : [findKey(call)];
  const items = keys.flatMap((key) =>
    key.aliases.map((alias) => ({
      AliasName: alias,
      AliasArn: arnOf(key).replace(/key\/.*$/, alias),
      TargetKeyId: idOf(key),
    })),
  );
  return listReply(call, context, { member: 'Aliases', items, usual: 50 });
}

interface ListedMembers {
  readonly member: string;
  readonly items: readonly JsonObject[];
  /** Page size when the caller gives none. */
  readonly usual: number;
}

function listReply(call: Call, context: Context, list: ListedMembers): JsonObject {
  const page = context.paginate(list.items, {
    token: textIn(call.input, 'Marker'),
    size: numberIn(call.input, 'Limit') ?? list.usual,
  });
  return {
    [list.member]: page.items,
    Truncated: page.next !== undefined,
    ...(page.next !== undefined && { NextMarker: page.next }),
  };
}

/** By id or ARN; DescribeKey takes alias names and alias ARNs too. */
function findKey(call: Call): SandboxKey {
  const wanted = textIn(call.input, 'KeyId') ?? '';
  const byAlias = call.operation === 'DescribeKey';
  const found = keysOf(call).find(
    (key) =>
      wanted === idOf(key) ||
      wanted === arnOf(key) ||
      (byAlias && key.aliases.some((alias) => wanted === alias || wanted.endsWith(`:${alias}`))),
  );
  if (found === undefined) throw noSuchKey(call);
  return found;
}

function noSuchKey(call: Call): AwsError {
  const wanted = textIn(call.input, 'KeyId') ?? '';
  const { partition, id } = call.account;
  const arn = wanted.startsWith('arn:')
    ? wanted
    : `arn:${partition}:kms:${call.region}:${id}:key/${wanted}`;
  return new AwsError('NotFoundException', `Key '${arn}' does not exist`);
}

function keysOf(call: Call): readonly SandboxKey[] {
  return call.account.kms.get(call.region) ?? [];
}

function idOf(key: SandboxKey): string {
  return textIn(key.metadata, 'KeyId') ?? '';
}

function arnOf(key: SandboxKey): string {
  return textIn(key.metadata, 'Arn') ?? '';
}
