import { isUnread, type Observed } from '../../model/observed.ts';
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

const kind = 'sagemaker.space';
const call = 'sagemaker:DescribeSpace';

export const spaceCollector: Collector = {
  name: kind,
  kinds: [kind],
  scope: 'regional',
  operations: sameNameActions('sagemaker:ListSpaces', call, 'sagemaker:ListTags'),
  collect(aws, sink) {
    return collectListed({ aws, sink, kind }, spaces(aws), async (one) => {
      const input = { DomainId: one.domainId, SpaceName: one.name };
      const reply = await describeResource(aws, call, input);
      if (isUnread(reply)) return everyField(kind, reply);
      const arn = text(reply.value.SpaceArn) ?? one.arn;
      return fieldsOf(reply.value, await readTags(aws, arn));
    });
  },
};

function spaces(aws: Aws) {
  return listings(aws, {
    operation: 'sagemaker:ListSpaces',
    input: { MaxResults: 100 },
    items: (page) =>
      page.Spaces?.map(({ DomainId: domainId, SpaceName: name }) => ({
        arn: studioArn(aws, 'space', { domainId, name }),
        name,
        domainId,
      })),
  });
}

/** Spaces made before ownership, sharing and remote access existed have none of the three. */
function fieldsOf(space: Output<typeof call>, tags: Observed<Tags>): Fields<typeof kind> {
  return {
    status: requiredText(call, space.Status, 'Status'),
    createdAt: creationTime(call, space.CreationTime),
    domain: requiredText(call, space.DomainId, 'DomainId'),
    owner: textField(space.OwnershipSettings?.OwnerUserProfileName),
    sharing: textField(space.SpaceSharingSettings?.SharingType),
    remoteAccess: textField(space.SpaceSettings?.RemoteAccess),
    tags,
  };
}
