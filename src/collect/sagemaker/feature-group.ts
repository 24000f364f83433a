import { given, isUnread, type Observed } from '../../model/observed.ts';
import type { Tags } from '../../model/resource/field.ts';
import type { FeatureGroup } from '../../model/resource/sagemaker-registry.ts';
import { everyField, type Fields } from '../../model/resource.ts';
import type { Aws, Collector } from '../collector.ts';
import { describeResource } from './describe-resource.ts';
import { collectListed, listings } from './listed-resources.ts';
import { required } from '../reply/observe.ts';
import { replyField } from '../reply/reply.ts';
import { creationTime, requiredText, text, textField } from '../reply/reply-text.ts';
import { sameNameActions } from './same-name-actions.ts';
import type { Output } from '../call/sdk.ts';
import { searchedTags } from './searched-tags.ts';

const kind = 'sagemaker.feature-group';
const call = 'sagemaker:DescribeFeatureGroup';

export const featureGroupCollector: Collector = {
  name: kind,
  kinds: [kind],
  scope: 'regional',
  operations: sameNameActions(
    'sagemaker:ListFeatureGroups',
    call,
    'sagemaker:Search',
    'sagemaker:ListTags',
  ),
  collect(aws, sink) {
    const tags = searchedTags(aws, 'FeatureGroup', (record) => [
      record.FeatureGroup?.FeatureGroupArn,
      record.FeatureGroup?.Tags,
    ]);
    return collectListed({ aws, sink, kind }, groups(aws), async (one) => {
      // Its NextToken pages the features, which are not read.
      const reply = await describeResource(aws, call, { FeatureGroupName: one.name });
      if (isUnread(reply)) return everyField(kind, reply);
      return fieldsOf(reply.value, await tags(one.arn));
    });
  },
};

function groups(aws: Aws) {
  return listings(aws, {
    operation: 'sagemaker:ListFeatureGroups',
    input: { MaxResults: 100 },
    items: (page) =>
      page.FeatureGroupSummaries?.map((one) => ({
        arn: one.FeatureGroupArn,
        name: one.FeatureGroupName,
      })),
  });
}

type Reply = Output<typeof call>;

function fieldsOf(group: Reply, tags: Observed<Tags>): Fields<typeof kind> {
  return {
    status: requiredText(call, group.FeatureGroupStatus, 'FeatureGroupStatus'),
    createdAt: creationTime(call, group.CreationTime),
    executionRole: textField(group.RoleArn),
    online: given(onlineOf(group)),
    offline: replyField(call, () => offlineOf(group)),
    tags,
  };
}

/** A store of no named type is a Standard one. */
function onlineOf({ OnlineStoreConfig: store }: Reply): FeatureGroup['online'] | undefined {
  if (store === undefined || store.EnableOnlineStore === false) return undefined;
  return {
    storageType: text(store.StorageType) ?? 'Standard',
    key: text(store.SecurityConfig?.KmsKeyId) ?? null,
  };
}

function offlineOf({ OfflineStoreConfig: store }: Reply): FeatureGroup['offline'] | undefined {
  if (store === undefined) return undefined;
  const storage = store.S3StorageConfig;
  return {
    uri: required(text(storage?.S3Uri), 'OfflineStoreConfig.S3StorageConfig.S3Uri'),
    key: text(storage?.KmsKeyId) ?? null,
  };
}
