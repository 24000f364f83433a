import { sha256 } from '../../model/canonical.ts';
import { isUnread, type Observed } from '../../model/observed.ts';
import type { Tags } from '../../model/resource/field.ts';
import { everyField, type Fields } from '../../model/resource.ts';
import type { Aws, Collector } from '../collector.ts';
import { describeResource } from './describe-resource.ts';
import { collectListed, listings } from './listed-resources.ts';
import { required } from '../reply/observe.ts';
import { replyField } from '../reply/reply.ts';
import { creationTime, requiredText } from '../reply/reply-text.ts';
import { sameNameActions } from './same-name-actions.ts';
import type { Output } from '../call/sdk.ts';
import { searchedTags } from './searched-tags.ts';
import { userArn } from './user-context.ts';

const kind = 'sagemaker.pipeline';
const call = 'sagemaker:DescribePipeline';

export const pipelineCollector: Collector = {
  name: kind,
  kinds: [kind],
  scope: 'regional',
  operations: sameNameActions(
    'sagemaker:ListPipelines',
    call,
    'sagemaker:Search',
    'sagemaker:ListTags',
  ),
  collect(aws, sink) {
    const tags = searchedTags(aws, 'Pipeline', (record) => [
      record.Pipeline?.PipelineArn,
      record.Pipeline?.Tags,
    ]);
    return collectListed({ aws, sink, kind }, pipelines(aws), async (one) => {
      const reply = await describeResource(aws, call, { PipelineName: one.name });
      if (isUnread(reply)) return everyField(kind, reply);
      return fieldsOf(reply.value, await tags(one.arn));
    });
  },
};

function pipelines(aws: Aws) {
  return listings(aws, {
    operation: 'sagemaker:ListPipelines',
    input: { MaxResults: 100 },
    items: (page) =>
      page.PipelineSummaries?.map((one) => ({ arn: one.PipelineArn, name: one.PipelineName })),
  });
}

function fieldsOf(pipeline: Output<typeof call>, tags: Observed<Tags>): Fields<typeof kind> {
  return {
    status: requiredText(call, pipeline.PipelineStatus, 'PipelineStatus'),
    createdAt: creationTime(call, pipeline.CreationTime),
    executionRole: requiredText(call, pipeline.RoleArn, 'RoleArn'),
    definitionSha256: replyField(call, () =>
      sha256(required(pipeline.PipelineDefinition, 'PipelineDefinition')),
    ),
    createdBy: userArn(pipeline.CreatedBy),
    lastModifiedBy: userArn(pipeline.LastModifiedBy),
    tags,
  };
}
