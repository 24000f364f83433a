import { isUnread } from '../../model/observed.ts';
import { everyField } from '../../model/resource.ts';
import type { Aws, Collector } from '../collector.ts';
import { describeResource } from './describe-resource.ts';
import { collectListed, listings } from './listed-resources.ts';
import { creationTime, requiredText } from '../reply/reply-text.ts';
import { sameNameActions } from './same-name-actions.ts';
import { searchedTags } from './searched-tags.ts';

const kind = 'sagemaker.endpoint';
const call = 'sagemaker:DescribeEndpoint';

/** Described one by one: the configuration of an endpoint changes, and Search lags behind. */
export const endpointCollector: Collector = {
  name: kind,
  kinds: [kind],
  scope: 'regional',
  operations: sameNameActions(
    'sagemaker:ListEndpoints',
    call,
    'sagemaker:Search',
    'sagemaker:ListTags',
  ),
  collect(aws, sink) {
    const tags = searchedTags(aws, 'Endpoint', (record) => [
      record.Endpoint?.EndpointArn,
      record.Endpoint?.Tags,
    ]);
    return collectListed({ aws, sink, kind }, endpoints(aws), async (one) => {
      const reply = await describeResource(aws, call, { EndpointName: one.name });
      if (isUnread(reply)) return everyField(kind, reply);
      const { EndpointStatus, EndpointConfigName, CreationTime } = reply.value;
      return {
        status: requiredText(call, EndpointStatus, 'EndpointStatus'),
        createdAt: creationTime(call, CreationTime),
        config: requiredText(call, EndpointConfigName, 'EndpointConfigName'),
        tags: await tags(one.arn),
      };
    });
  },
};

function endpoints(aws: Aws) {
  return listings(aws, {
    operation: 'sagemaker:ListEndpoints',
    input: { MaxResults: 100 },
    items: (page) =>
      page.Endpoints?.map((one) => ({ arn: one.EndpointArn, name: one.EndpointName })),
  });
}
