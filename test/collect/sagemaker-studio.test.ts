import { expect } from 'chai';
import { domainCollector } from '../../src/collect/sagemaker-domain.ts';
import { spaceCollector } from '../../src/collect/sagemaker-space.ts';
import { userProfileCollector } from '../../src/collect/sagemaker-user-profile.ts';
import { absent, present } from '../../src/model/observed.ts';
import {
  collected,
  collectFrom,
  fakeAws,
  type Answers,
  type FakeCall,
} from '../support/fake-aws.ts';

const created = new Date('2026-10-01T12:00:00Z');
const createdAt = present('2026-10-01T12:00:00.000Z');
const role = 'arn:aws:iam::111122223333:role/Studio';
const where = { account: '111122223333', region: 'eu-west-1' };
const noTags: Answers = { 'sagemaker:ListTags': { Tags: [] } };
const prefix = 'arn:aws:sagemaker:eu-west-1:111122223333:';

describe('domainCollector', () => {
  const kind = 'sagemaker.domain';
  const read = async (more: object) => {
    const { one } = await collectFrom(domainCollector, {
      ...noTags,
      'sagemaker:ListDomains': {
        Domains: [{ DomainArn: `${prefix}domain/d-1`, DomainId: 'd-1', DomainName: 'research' }],
      },
      'sagemaker:DescribeDomain': {
        Status: 'InService',
        CreationTime: created,
        AuthMode: 'IAM',
        DefaultUserSettings: { ExecutionRole: role },
        ...more,
      } as never,
    });
    return one(kind);
  };

  it('reads a domain by its id and calls it by its name', async () => {
    expect(
      await read({
        AuthMode: 'SSO',
        SingleSignOnApplicationArn: 'arn:aws:sso::111122223333:application/ssoins-1/apl-1',
        AppNetworkAccessType: 'VpcOnly',
        VpcId: 'vpc-1',
        SubnetIds: ['subnet-b', 'subnet-a'],
        KmsKeyId: 'alias/studio',
        DefaultUserSettings: {
          ExecutionRole: role,
          SecurityGroups: ['sg-2'],
          SharingSettings: { NotebookOutputOption: 'Allowed', S3OutputPath: 's3://share/' },
        },
        DomainSettings: {
          SecurityGroupIds: ['sg-1', 'sg-2'],
          ExecutionRoleIdentityConfig: 'USER_PROFILE_NAME',
          DockerSettings: { EnableDockerAccess: 'ENABLED' },
        },
      }),
    ).to.deep.equal({
      kind,
      id: `${prefix}domain/d-1`,
      name: 'research',
      ...where,
      status: present('InService'),
      createdAt,
      authMode: present('SSO'),
      identityCenterApplication: present('arn:aws:sso::111122223333:application/ssoins-1/apl-1'),
      networkAccess: present('VpcOnly'),
      vpc: present('vpc-1'),
      subnets: present(['subnet-a', 'subnet-b']),
      securityGroups: present(['sg-1', 'sg-2']),
      volumeKey: present('alias/studio'),
      executionRole: present(role),
      executionRoleIdentity: present('USER_PROFILE_NAME'),
      dockerAccess: present('ENABLED'),
      sharing: present({ output: 'Allowed', uri: 's3://share/', key: null }),
      tags: present({}),
    });
  });

  it('knows the deprecated names of key and Identity Center application', async () => {
    const old = {
      HomeEfsFileSystemKmsKeyId: 'key-1',
      SingleSignOnManagedApplicationInstanceId: 'ins-1',
    };
    expect(await read(old)).to.deep.include({
      volumeKey: present('key-1'),
      identityCenterApplication: present('ins-1'),
    });
  });

  it('does not take a missing role or sign-in mode for "none"', async () => {
    const { executionRole, authMode, networkAccess } = await read({
      AuthMode: undefined,
      DefaultUserSettings: undefined,
    });
    expect([executionRole.state, authMode.state]).to.deep.equal(['error', 'error']);
    expect(networkAccess).to.deep.equal(absent);
  });
});

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
        UserProfileArn: `${prefix}user-profile/d-1/alice`,
        Status: 'InService',
        CreationTime: created,
        SingleSignOnUserValue: 'alice@acme.example',
        UserSettings: { ExecutionRole: role, SecurityGroups: ['sg-2', 'sg-1'] },
      },
    };
    const { one } = await collected(userProfileCollector, fakeAws(answers, calls), calls);
    expect(one(kind)).to.deep.equal({
      kind,
      id: `${prefix}user-profile/d-1/alice`,
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
      [`${prefix}user-profile/d-1/alice`, present('d-1')],
      [`${prefix}user-profile/d-2/alice`, present('d-2')],
    ]);
  });
});

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
        id: `${prefix}space/d-1/new`,
        name: 'new',
        owner: present('alice'),
        sharing: present('Private'),
        remoteAccess: present('ENABLED'),
        tags: present({}),
      },
      {
        ...both,
        id: `${prefix}space/d-1/old`,
        name: 'old',
        owner: absent,
        sharing: absent,
        remoteAccess: absent,
        tags: present({}),
      },
    ]);
  });
});
