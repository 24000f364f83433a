import type { Tag } from '@aws-sdk/client-sagemaker';
import type { Observed } from '../../model/observed.ts';
import type { Tags } from '../../model/resource/field.ts';
import { paging, type Aws } from '../collector.ts';
import { observeList } from '../reply/observe-list.ts';
import { listed, replyField } from '../reply/reply.ts';
import { tagMap } from '../reply/tag-map.ts';

const call = 'sagemaker:ListTags';

/** The tags of one SageMaker resource, by their own call. */
export async function readTags(aws: Aws, arn: string): Promise<Observed<Tags>> {
  const list = {
    operation: call,
    input: { ResourceArn: arn, MaxResults: 100 },
    paging: paging.nextToken,
  } as const;
  const tags = await observeList(aws, list, (page) => listed(page.Tags, call, 'Tags'));
  return tags.state === 'present' ? tagsOf(call, tags.value) : tags;
}

/** Tags as a reply of `call` carries them. */
export function tagsOf(call: string, tags: readonly Tag[]): Observed<Tags> {
  return replyField(call, () => tagMap(tags.map((one) => [one.Key, one.Value] as const)));
}
