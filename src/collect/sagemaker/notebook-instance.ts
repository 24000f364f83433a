import { given, isUnread, type Observed } from '../../model/observed.ts';
import type { Tags } from '../../model/resource/field.ts';
import { everyField, type Fields } from '../../model/resource.ts';
import type { Aws, Collector } from '../collector.ts';
import { describeResource } from './describe-resource.ts';
import { collectListed, listings } from './listed-resources.ts';
import { creationTime, requiredText, textField } from '../reply/reply-text.ts';
import { readTags } from './resource-tags.ts';
import { sameNameActions } from './same-name-actions.ts';
import type { Output } from '../call/sdk.ts';

const kind = 'sagemaker.notebook-instance';
const call = 'sagemaker:DescribeNotebookInstance';

export const notebookInstanceCollector: Collector = {
  name: kind,
  kinds: [kind],
  scope: 'regional',
  operations: sameNameActions('sagemaker:ListNotebookInstances', call, 'sagemaker:ListTags'),
  collect(aws, sink) {
    return collectListed({ aws, sink, kind }, notebooks(aws), async (one) => {
      const reply = await describeResource(aws, call, { NotebookInstanceName: one.name });
      if (isUnread(reply)) return everyField(kind, reply);
      return fieldsOf(reply.value, await readTags(aws, one.arn));
    });
  },
};

function notebooks(aws: Aws) {
  return listings(aws, {
    operation: 'sagemaker:ListNotebookInstances',
    input: { MaxResults: 100 },
    items: (page) =>
      page.NotebookInstances?.map((one) => ({
        arn: one.NotebookInstanceArn,
        name: one.NotebookInstanceName,
      })),
  });
}

/** Internet access and root access are two members; neither is ever derived from the other. */
function fieldsOf(notebook: Output<typeof call>, tags: Observed<Tags>): Fields<typeof kind> {
  const metadata = notebook.InstanceMetadataServiceConfiguration;
  return {
    status: requiredText(call, notebook.NotebookInstanceStatus, 'NotebookInstanceStatus'),
    createdAt: creationTime(call, notebook.CreationTime),
    instanceType: requiredText(call, notebook.InstanceType, 'InstanceType'),
    directInternetAccess: requiredText(call, notebook.DirectInternetAccess, 'DirectInternetAccess'),
    rootAccess: requiredText(call, notebook.RootAccess, 'RootAccess'),
    subnet: textField(notebook.SubnetId),
    securityGroups: given(notebook.SecurityGroups && [...notebook.SecurityGroups].sort()),
    volumeKey: textField(notebook.KmsKeyId),
    executionRole: requiredText(call, notebook.RoleArn, 'RoleArn'),
    lifecycleConfig: textField(notebook.NotebookInstanceLifecycleConfigName),
    minimumMetadataVersion: textField(metadata?.MinimumInstanceMetadataServiceVersion),
    platform: textField(notebook.PlatformIdentifier),
    tags,
  };
}
