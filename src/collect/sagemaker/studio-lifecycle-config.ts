import { isUnread } from '../../model/observed.ts';
import { everyField } from '../../model/resource.ts';
import type { Aws, Collector } from '../collector.ts';
import { describeResource } from './describe-resource.ts';
import { collectListed, listings } from './listed-resources.ts';
import { required } from '../reply/observe.ts';
import { redactBase64 } from '../redact/redact-text.ts';
import { replyField } from '../reply/reply.ts';
import { creationTime, requiredText } from '../reply/reply-text.ts';
import { readTags } from './resource-tags.ts';
import { sameNameActions } from './same-name-actions.ts';

const kind = 'sagemaker.studio-lifecycle-config';
const call = 'sagemaker:DescribeStudioLifecycleConfig';

export const studioLifecycleConfigCollector: Collector = {
  name: kind,
  kinds: [kind],
  scope: 'regional',
  operations: sameNameActions('sagemaker:ListStudioLifecycleConfigs', call, 'sagemaker:ListTags'),
  collect(aws, sink) {
    return collectListed({ aws, sink, kind }, configs(aws), async (one) => {
      const reply = await describeResource(aws, call, { StudioLifecycleConfigName: one.name });
      if (isUnread(reply)) return everyField(kind, reply);
      const config = reply.value;
      const { StudioLifecycleConfigAppType: appType, StudioLifecycleConfigContent: script } =
        config;
      return {
        createdAt: creationTime(call, config.CreationTime),
        appType: requiredText(call, appType, 'StudioLifecycleConfigAppType'),
        content: replyField(call, () =>
          redactBase64(required(script, 'StudioLifecycleConfigContent')),
        ),
        tags: await readTags(aws, one.arn),
      };
    });
  },
};

function configs(aws: Aws) {
  return listings(aws, {
    operation: 'sagemaker:ListStudioLifecycleConfigs',
    input: { MaxResults: 100 },
    items: (page) =>
      page.StudioLifecycleConfigs?.map((one) => ({
        arn: one.StudioLifecycleConfigArn,
        name: one.StudioLifecycleConfigName,
      })),
  });
}
