import type { SharingSettings } from '@aws-sdk/client-sagemaker';
import { given, isUnread, type Observed } from '../../model/observed.ts';
import type { Tags } from '../../model/resource/field.ts';
import type { StudioDomain } from '../../model/resource/sagemaker-studio.ts';
import { everyField, type Fields } from '../../model/resource.ts';
import type { Aws, Collector } from '../collector.ts';
import { describeResource } from './describe-resource.ts';
import { collectListed, listings } from './listed-resources.ts';
import { creationTime, requiredText, text, textField } from '../reply/reply-text.ts';
import { readTags } from './resource-tags.ts';
import { sameNameActions } from './same-name-actions.ts';
import type { Output } from '../call/sdk.ts';

const kind = 'sagemaker.domain';
const call = 'sagemaker:DescribeDomain';

export const domainCollector: Collector = {
  name: kind,
  kinds: [kind],
  scope: 'regional',
  operations: sameNameActions('sagemaker:ListDomains', call, 'sagemaker:ListTags'),
  collect(aws, sink) {
    return collectListed({ aws, sink, kind }, domains(aws), async (one) => {
      const reply = await describeResource(aws, call, { DomainId: one.domainId });
      if (isUnread(reply)) return everyField(kind, reply);
      return fieldsOf(reply.value, await readTags(aws, one.arn));
    });
  },
};

function domains(aws: Aws) {
  return listings(aws, {
    operation: 'sagemaker:ListDomains',
    input: { MaxResults: 100 },
    items: (page) =>
      page.Domains?.map((one) => ({
        arn: one.DomainArn,
        name: text(one.DomainName) ?? one.DomainId,
        domainId: one.DomainId,
      })),
  });
}

function fieldsOf(domain: Output<typeof call>, tags: Observed<Tags>): Fields<typeof kind> {
  const {
    DefaultUserSettings: user,
    DefaultSpaceSettings: space,
    DomainSettings: settings,
  } = domain;
  const groups = [...(user?.SecurityGroups ?? []), ...(settings?.SecurityGroupIds ?? [])];
  return {
    status: requiredText(call, domain.Status, 'Status'),
    createdAt: creationTime(call, domain.CreationTime),
    authMode: requiredText(call, domain.AuthMode, 'AuthMode'),
    identityCenterApplication: textField(
      text(domain.SingleSignOnApplicationArn) ?? domain.SingleSignOnManagedApplicationInstanceId,
    ),
    networkAccess: textField(domain.AppNetworkAccessType),
    vpc: textField(domain.VpcId),
    subnets: given(domain.SubnetIds && [...domain.SubnetIds].sort()),
    securityGroups: given(groups.length > 0 ? [...new Set(groups)].sort() : undefined),
    // The second is the deprecated name of the first.
    volumeKey: textField(text(domain.KmsKeyId) ?? domain.HomeEfsFileSystemKmsKeyId),
    executionRole: requiredText(call, user?.ExecutionRole, 'DefaultUserSettings.ExecutionRole'),
    spaceExecutionRole: textField(space?.ExecutionRole),
    executionRoleIdentity: textField(settings?.ExecutionRoleIdentityConfig),
    dockerAccess: textField(settings?.DockerSettings?.EnableDockerAccess),
    sharing: given(sharingOf(user?.SharingSettings)),
    tags,
  };
}

function sharingOf(settings: SharingSettings | undefined): StudioDomain['sharing'] | undefined {
  return (
    settings && {
      output: text(settings.NotebookOutputOption) ?? null,
      uri: text(settings.S3OutputPath) ?? null,
      key: text(settings.S3KmsKeyId) ?? null,
    }
  );
}
