import { expect } from 'chai';
import { userProfileCollector } from '../../../src/collect/sagemaker/user-profile.ts';
import { present } from '../../../src/model/observed.ts';
import {
  collected,
  collectFrom,
  fakeAws,
  type Answers,
  type FakeCall,
} from '../../support/fake-aws.ts';
import {
  created,
  createdAt,
  noTags,
  sagemakerArn,
  where,
} from '../../support/sagemaker-listing.ts';

const role = 'arn:aws:iam::111122223333:role/Studio';

describe('userProfileCollector', () => {
  it('reads a profile and gives it the ARN that AWS writes in lower case', async () => {
    const kind = 'sagemaker.user-profile';
    const calls: FakeCall[] = [];
    const answers: Answers = {
      ...noTags,
      'sagemaker:ListUserProfiles': {
        UserProfiles: [{ DomainId: 'd-1', UserProfileName: 'Alice' }],
      },
      'sagemaker:DescribeUserProfile': {
        DomainId: 'd-1',
        UserProfileName: 'Alice',
        UserProfileArn: sagemakerArn('user-profile/d-1/alice'),
        Status: 'InService',
        CreationTime: created,
        SingleSignOnUserValue: 'alice@acme.example',
        UserSettings: { ExecutionRole: role, SecurityGroups: ['sg-2', 'sg-1'] },
      },
    };
    const { one } = await collected(userProfileCollector, fakeAws(answers, calls), calls);
    expect(one(kind)).to.deep.equal({
      kind,
      id: sagemakerArn('user-profile/d-1/alice'),
      name: 'Alice',
      ...where,
      status: present('InService'),
      createdAt,
      domain: present('d-1'),
      singleSignOnUser: present('alice@acme.example'),
      executionRole: present(role),
      securityGroups: present(['sg-1', 'sg-2']),
      tags: present({}),
    });
    expect(calls[1]?.input).to.deep.equal({ DomainId: 'd-1', UserProfileName: 'Alice' });
  });

  it('tells profiles of the same name in two domains apart', async () => {
    const { of } = await collectFrom(userProfileCollector, {
      ...noTags,
      'sagemaker:ListUserProfiles': {
        UserProfiles: ['d-1', 'd-2'].map((DomainId) => ({ DomainId, UserProfileName: 'alice' })),
      },
      'sagemaker:DescribeUserProfile': ({ DomainId }) => ({ DomainId, Status: 'InService' }),
    });
    expect(of('sagemaker.user-profile').map(({ id, domain }) => [id, domain])).to.deep.equal([
      [sagemakerArn('user-profile/d-1/alice'), present('d-1')],
      [sagemakerArn('user-profile/d-2/alice'), present('d-2')],
    ]);
  });
});
