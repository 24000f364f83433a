import { given, isUnread, type Observed } from '../../model/observed.ts';
import type { Tags } from '../../model/resource/field.ts';
import { everyField, type Fields } from '../../model/resource.ts';
import type { Aws, Collector } from '../collector.ts';
import { describeResource } from './describe-resource.ts';
import { collectListed, listings } from './listed-resources.ts';
import { creationTime, requiredText, text, textField } from '../reply/reply-text.ts';
import { readTags } from './resource-tags.ts';
import { sameNameActions } from './same-name-actions.ts';
import type { Output } from '../call/sdk.ts';
import { studioArn } from './studio-arn.ts';

const kind = 'sagemaker.user-profile';
const call = 'sagemaker:DescribeUserProfile';

export const userProfileCollector: Collector = {
  name: kind,
  kinds: [kind],
  scope: 'regional',
  operations: sameNameActions('sagemaker:ListUserProfiles', call, 'sagemaker:ListTags'),
  collect(aws, sink) {
    return collectListed({ aws, sink, kind }, profiles(aws), async (one) => {
      const input = { DomainId: one.domainId, UserProfileName: one.name };
      const reply = await describeResource(aws, call, input);
      if (isUnread(reply)) return everyField(kind, reply);
      const arn = text(reply.value.UserProfileArn) ?? one.arn;
      return fieldsOf(reply.value, await readTags(aws, arn));
    });
  },
};

/** Without DomainIdEquals the list goes over all domains of the region. */
function profiles(aws: Aws) {
  return listings(aws, {
    operation: 'sagemaker:ListUserProfiles',
    input: { MaxResults: 100 },
    items: (page) =>
      page.UserProfiles?.map(({ DomainId: domainId, UserProfileName: name }) => ({
        arn: studioArn(aws, 'user-profile', { domainId, name }),
        name,
        domainId,
      })),
  });
}

function fieldsOf(profile: Output<typeof call>, tags: Observed<Tags>): Fields<typeof kind> {
  const settings = profile.UserSettings;
  return {
    status: requiredText(call, profile.Status, 'Status'),
    createdAt: creationTime(call, profile.CreationTime),
    domain: requiredText(call, profile.DomainId, 'DomainId'),
    singleSignOnUser: textField(profile.SingleSignOnUserValue),
    // A profile without a role of its own runs with the domain's.
    executionRole: textField(settings?.ExecutionRole),
    securityGroups: given(settings?.SecurityGroups && [...settings.SecurityGroups].sort()),
    tags,
  };
}
