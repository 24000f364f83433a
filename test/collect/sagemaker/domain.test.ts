import { expect } from 'chai';
import { domainCollector } from '../../../src/collect/sagemaker/domain.ts';
import { absent, present } from '../../../src/model/observed.ts';
import { collectFrom } from '../../support/fake-aws.ts';
import {
  created,
  createdAt,
  noTags,
  sagemakerArn,
  where,
} from '../../support/sagemaker-listing.ts';

const role = 'arn:aws:iam::111122223333:role/Studio';

describe('domainCollector', () => {
  const kind = 'sagemaker.domain';
  const read = async (more: object) => {
    const { one } = await collectFrom(domainCollector, {
      ...noTags,
      'sagemaker:ListDomains': {
        Domains: [
          { DomainArn: sagemakerArn('domain/d-1'), DomainId: 'd-1', DomainName: 'research' },
        ],
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
        DefaultSpaceSettings: { ExecutionRole: `${role}Shared` },
        DomainSettings: {
          SecurityGroupIds: ['sg-1', 'sg-2'],
          ExecutionRoleIdentityConfig: 'USER_PROFILE_NAME',
          DockerSettings: { EnableDockerAccess: 'ENABLED' },
        },
      }),
    ).to.deep.equal({
      kind,
      id: sagemakerArn('domain/d-1'),
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
      spaceExecutionRole: present(`${role}Shared`),
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
