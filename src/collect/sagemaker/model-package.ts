import type { ModelPackageSummary } from '@aws-sdk/client-sagemaker';
import { given, isUnread, type Observed } from '../../model/observed.ts';
import type { Tags } from '../../model/resource/field.ts';
import { everyField, type Fields } from '../../model/resource.ts';
import type { Aws, Collector } from '../collector.ts';
import { describeResource } from './describe-resource.ts';
import { collectListed, listings } from './listed-resources.ts';
import { packageContainers, packageMetrics } from './package-content.ts';
import { creationTime, requiredText, text, textField } from '../reply/reply-text.ts';
import { sameNameActions } from './same-name-actions.ts';
import type { Output } from '../call/sdk.ts';
import { searchedTags } from './searched-tags.ts';
import { userArn } from './user-context.ts';

const kind = 'sagemaker.model-package';
const call = 'sagemaker:DescribeModelPackage';

/** Described one by one: approvals change, and Search lags behind. */
export const modelPackageCollector: Collector = {
  name: kind,
  kinds: [kind],
  scope: 'regional',
  operations: sameNameActions(
    'sagemaker:ListModelPackages',
    call,
    'sagemaker:Search',
    'sagemaker:ListTags',
  ),
  collect(aws, sink) {
    const tags = searchedTags(aws, 'ModelPackage', ({ ModelPackage: one }) => [
      one?.ModelPackageArn,
      one?.Tags,
    ]);
    return collectListed({ aws, sink, kind }, packages(aws), async (one) => {
      // Without the model card's content the call needs no kms:Decrypt.
      const input = { ModelPackageName: one.arn, IncludedData: 'MetadataOnly' } as const;
      const reply = await describeResource(aws, call, input);
      if (isUnread(reply)) return everyField(kind, reply);
      return fieldsOf(reply.value, await tags(one.arn));
    });
  },
};

/** Asked for neither type, AWS lists the unversioned packages only. */
function packages(aws: Aws) {
  return listings(aws, {
    operation: 'sagemaker:ListModelPackages',
    input: { MaxResults: 100, ModelPackageType: 'Both' },
    items: (page) =>
      page.ModelPackageSummaryList?.map((one) => ({
        arn: one.ModelPackageArn,
        name: nameOf(one),
      })),
  });
}

/** A version has no name of its own and is called `group/3`, as in its ARN. */
function nameOf(one: ModelPackageSummary): string | undefined {
  const { ModelPackageGroupName: group, ModelPackageVersion: version } = one;
  if (group !== undefined && version !== undefined) return `${group}/${version}`;
  return text(one.ModelPackageName) ?? one.ModelPackageArn?.replace(/^.*?\//, '');
}

function fieldsOf(one: Output<typeof call>, tags: Observed<Tags>): Fields<typeof kind> {
  return {
    status: requiredText(call, one.ModelPackageStatus, 'ModelPackageStatus'),
    createdAt: creationTime(call, one.CreationTime),
    group: textField(one.ModelPackageGroupName),
    version: given(one.ModelPackageVersion),
    approvalStatus: textField(one.ModelApprovalStatus),
    approvalDescription: textField(one.ApprovalDescription),
    createdBy: userArn(one.CreatedBy),
    lastModifiedBy: userArn(one.LastModifiedBy),
    containers: given(packageContainers(one)),
    metrics: given(one.ModelMetrics && packageMetrics(one.ModelMetrics)),
    key: textField(one.SecurityConfig?.KmsKeyId),
    skipValidation: textField(one.SkipModelValidation),
    tags,
  };
}
