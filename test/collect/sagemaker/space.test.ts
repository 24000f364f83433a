import { expect } from 'chai';
import { spaceCollector } from '../../../src/collect/sagemaker/space.ts';
import { absent, present } from '../../../src/model/observed.ts';
import { collectFrom } from '../../support/fake-aws.ts';
import {
  created,
  createdAt,
  noTags,
  sagemakerArn,
  where,
} from '../../support/sagemaker-listing.ts';

describe('spaceCollector', () => {
  it('reads a space, and one from before ownership existed', async () => {
    const kind = 'sagemaker.space';
    const { of } = await collectFrom(spaceCollector, {
      ...noTags,
      'sagemaker:ListSpaces': {
        Spaces: ['new', 'old'].map((SpaceName) => ({ DomainId: 'd-1', SpaceName })),
      },
      'sagemaker:DescribeSpace': ({ SpaceName }) => ({
        DomainId: 'd-1',
        Status: 'InService',
        CreationTime: created,
        ...(SpaceName === 'new' && {
          OwnershipSettings: { OwnerUserProfileName: 'alice' },
          SpaceSharingSettings: { SharingType: 'Private' },
          SpaceSettings: { RemoteAccess: 'ENABLED' },
        }),
      }),
    });
    const both = {
      kind,
      ...where,
      status: present('InService'),
      createdAt,
      domain: present('d-1'),
    };
    expect(of(kind)).to.deep.equal([
      {
        ...both,
        id: sagemakerArn('space/d-1/new'),
        name: 'new',
        owner: present('alice'),
        sharing: present('Private'),
        remoteAccess: present('ENABLED'),
        tags: present({}),
      },
      {
        ...both,
        id: sagemakerArn('space/d-1/old'),
        name: 'old',
        owner: absent,
        sharing: absent,
        remoteAccess: absent,
        tags: present({}),
      },
    ]);
  });
});
