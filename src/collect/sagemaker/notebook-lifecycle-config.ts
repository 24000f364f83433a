import type { NotebookInstanceLifecycleHook } from '@aws-sdk/client-sagemaker';
import { isUnread } from '../../model/observed.ts';
import type { RedactedText } from '../../model/resource/field.ts';
import { everyField } from '../../model/resource.ts';
import type { Aws, Collector } from '../collector.ts';
import { describeResource } from './describe-resource.ts';
import { collectListed, listings } from './listed-resources.ts';
import { required } from '../reply/observe.ts';
import { redactBase64 } from '../redact/redact-text.ts';
import { replyField } from '../reply/reply.ts';
import { creationTime } from '../reply/reply-text.ts';
import { readTags } from './resource-tags.ts';
import { sameNameActions } from './same-name-actions.ts';

const kind = 'sagemaker.notebook-lifecycle-config';
const call = 'sagemaker:DescribeNotebookInstanceLifecycleConfig';

export const notebookLifecycleConfigCollector: Collector = {
  name: kind,
  kinds: [kind],
  scope: 'regional',
  operations: sameNameActions(
    'sagemaker:ListNotebookInstanceLifecycleConfigs',
    call,
    'sagemaker:ListTags',
  ),
  collect(aws, sink) {
    return collectListed({ aws, sink, kind }, configs(aws), async (one) => {
      const input = { NotebookInstanceLifecycleConfigName: one.name };
      const reply = await describeResource(aws, call, input);
      if (isUnread(reply)) return everyField(kind, reply);
      const { CreationTime, OnCreate, OnStart } = reply.value;
      return {
        createdAt: creationTime(call, CreationTime),
        onCreate: replyField(call, () => OnCreate?.map(scriptOf)),
        onStart: replyField(call, () => OnStart?.map(scriptOf)),
        tags: await readTags(aws, one.arn),
      };
    });
  },
};

function configs(aws: Aws) {
  return listings(aws, {
    operation: 'sagemaker:ListNotebookInstanceLifecycleConfigs',
    input: { MaxResults: 100 },
    items: (page) =>
      page.NotebookInstanceLifecycleConfigs?.map((one) => ({
        arn: one.NotebookInstanceLifecycleConfigArn,
        name: one.NotebookInstanceLifecycleConfigName,
      })),
  });
}

function scriptOf({ Content }: NotebookInstanceLifecycleHook): RedactedText {
  return redactBase64(required(Content, 'Content'));
}
