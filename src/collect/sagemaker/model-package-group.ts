import { collectListed, listings } from './listed-resources.ts';
import type { Aws, Collector } from '../collector.ts';
import { groupPolicy } from './group-policy.ts';
import { creationTime, requiredText } from '../reply/reply-text.ts';
import { sameNameActions } from './same-name-actions.ts';
import { searchedTags } from './searched-tags.ts';

const kind = 'sagemaker.model-package-group';
const listCall = 'sagemaker:ListModelPackageGroups';

/** The list tells all that DescribeModelPackageGroup would; only the policy has its own call. */
export const modelPackageGroupCollector: Collector = {
  name: kind,
  kinds: [kind],
  scope: 'regional',
  operations: sameNameActions(
    listCall,
    'sagemaker:GetModelPackageGroupPolicy',
    'sagemaker:Search',
    'sagemaker:ListTags',
  ),
  collect(aws, sink) {
    const tags = searchedTags(aws, 'ModelPackageGroup', ({ ModelPackageGroup: group }) => [
      group?.ModelPackageGroupArn,
      group?.Tags,
    ]);
    return collectListed({ aws, sink, kind }, groups(aws), async (one) => ({
      status: requiredText(listCall, one.status, 'ModelPackageGroupStatus'),
      createdAt: creationTime(listCall, one.created),
      policy: await groupPolicy(aws, one.name),
      tags: await tags(one.arn),
    }));
  },
};

function groups(aws: Aws) {
  return listings(aws, {
    operation: listCall,
    input: { MaxResults: 100 },
    items: (page) =>
      page.ModelPackageGroupSummaryList?.map((one) => ({
        arn: one.ModelPackageGroupArn,
        name: one.ModelPackageGroupName,
        status: one.ModelPackageGroupStatus,
        created: one.CreationTime,
      })),
  });
}
