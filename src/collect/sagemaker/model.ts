import type { Model, SearchRecord } from '@aws-sdk/client-sagemaker';
import { given, isUnread, type Observed } from '../../model/observed.ts';
import type { Container, Tags } from '../../model/resource/field.ts';
import { everyField, type Fields } from '../../model/resource.ts';
import type { Aws, Collector } from '../collector.ts';
import { describeResource } from './describe-resource.ts';
import { listings, type Listing } from './listed-resources.ts';
import { modelContainer } from './model-container.ts';
import { required } from '../reply/observe.ts';
import { replyField } from '../reply/reply.ts';
import { creationTime, textField } from '../reply/reply-text.ts';
import { readTags, tagsOf } from './resource-tags.ts';
import { sameNameActions } from './same-name-actions.ts';
import { notInSearch, type Searched } from './searched-fields.ts';
import { collectSearched } from './searched-resources.ts';
import { vpcConfig } from './vpc-config.ts';

const kind = 'sagemaker.model';
const describeCall = 'sagemaker:DescribeModel';
const searchCall = 'sagemaker:Search';

export const modelCollector: Collector = {
  name: kind,
  kinds: [kind],
  scope: 'regional',
  operations: sameNameActions(
    'sagemaker:ListModels',
    describeCall,
    searchCall,
    'sagemaker:ListTags',
  ),
  collect: (aws, sink) =>
    collectSearched({ aws, sink, kind }, models(aws), {
      resource: 'Model',
      keep,
      describe: (one, tags) => described(aws, one, tags),
    }),
};

function models(aws: Aws) {
  return listings(aws, {
    operation: 'sagemaker:ListModels',
    input: { MaxResults: 100 },
    items: (page) => page.Models?.map((one) => ({ arn: one.ModelArn, name: one.ModelName })),
  });
}

async function described(
  aws: Aws,
  one: Listing,
  searched: Observed<Tags> | undefined,
): Promise<Fields<typeof kind>> {
  const reply = await describeResource(aws, describeCall, { ModelName: one.name });
  if (isUnread(reply)) return everyField(kind, reply);
  return fieldsOf(describeCall, reply.value, searched ?? (await readTags(aws, one.arn)));
}

/** Search wraps a model into what the console's dashboard shows of it. */
function keep({ Model: dashboard }: SearchRecord) {
  const model = dashboard?.Model;
  if (model === undefined) return [undefined, undefined] as const;
  const tags = model.Tags && tagsOf(searchCall, model.Tags);
  const fields = fieldsOf(searchCall, model, tags ?? notInSearch);
  const searched: Searched<typeof kind> = { fields, tags };
  return [model.ModelArn, searched] as const;
}

function fieldsOf(call: string, model: Model, tags: Observed<Tags>): Fields<typeof kind> {
  return {
    createdAt: creationTime(call, model.CreationTime),
    executionRole: textField(model.ExecutionRoleArn),
    containers: replyField(call, () => containersOf(model)),
    vpc: given(vpcConfig(model.VpcConfig)),
    networkIsolation: given(model.EnableNetworkIsolation),
    tags,
  };
}

/** An inference pipeline has `Containers`, any other model `PrimaryContainer`; never neither. */
function containersOf(model: Model): readonly Container[] {
  const several = model.Containers ?? [];
  if (several.length > 0) return several.map(modelContainer);
  return [modelContainer(required(model.PrimaryContainer, 'PrimaryContainer'))];
}
