import { expect } from 'chai';
import { accountIn, complaint, loadedAt } from '../support/account-text.ts';
import { loadWorld } from '../../src/sandbox/load-world.ts';

const id = "id: '111122223333'\n";

describe('loadWorld', () => {
  it('makes an empty account of an id alone', () => {
    expect(accountIn('')).to.deep.equal({
      id: '111122223333',
      partition: 'aws',
      regions: ['us-east-1'],
      ecr: new Map(),
      organization: null,
      iam: {
        aliases: [],
        passwordPolicy: null,
        credentialReport: [
          {
            user: '<root_account>',
            arn: 'arn:aws:iam::111122223333:root',
            user_creation_time: '2022-08-18T08:14:59+00:00',
            password_enabled: 'not_supported',
            password_last_used: 'N/A',
            password_last_changed: 'not_supported',
            password_next_rotation: 'not_supported',
            mfa_active: 'true',
            access_key_1_active: 'false',
            access_key_1_last_rotated: 'N/A',
            access_key_1_last_used_date: 'N/A',
            access_key_1_last_used_region: 'N/A',
            access_key_1_last_used_service: 'N/A',
            access_key_2_active: 'false',
            access_key_2_last_rotated: 'N/A',
            access_key_2_last_used_date: 'N/A',
            access_key_2_last_used_region: 'N/A',
            access_key_2_last_used_service: 'N/A',
            cert_1_active: 'false',
            cert_1_last_rotated: 'N/A',
            cert_2_active: 'false',
            cert_2_last_rotated: 'N/A',
          },
        ],
        users: [],
        groups: [],
        roles: [],
        policies: [],
        oidcProviders: [],
        samlProviders: [],
      },
      s3: { publicAccessBlock: null, buckets: [], accessPoints: [] },
      kms: new Map(),
      sagemaker: new Map(),
    });
  });

  it('reads several accounts, the first being the caller’s', () => {
    const text = "accounts: [{ id: '111122223333', partition: aws-cn }, { id: '444455556666' }]";
    const { accounts, now } = loadWorld(text, { file: 'a.yaml', now: loadedAt });
    expect([...accounts.keys()]).to.deep.equal(['111122223333', '444455556666']);
    expect(accounts.get('111122223333')?.iam.credentialReport[0]?.['arn']).to.equal(
      'arn:aws-cn:iam::111122223333:root',
    );
    expect(now).to.equal(loadedAt);
  });

  it('makes the same account of the same text', () => {
    const text = 'iam: { roles: { A: { trust: sagemaker } } }\nkms: { us-east-1: { k: {} } }';
    expect(accountIn(text)).to.deep.equal(accountIn(text));
  });

  it('keeps tags of any characters as they are', () => {
    const tags = { 'a <b> & "c"': "]]> \u0007 \u{1F642} '", '': 'x'.repeat(10_000) };
    const text = `s3: { buckets: { one: { tags: ${JSON.stringify(tags)} } } }`;
    expect(accountIn(text).s3.buckets[0]?.tags).to.deep.equal(tags);
  });

  it('fills maps by merge keys', () => {
    const text = `
kms:
  us-east-1:
    one: &one { rotation: true, description: first }
    two: { <<: *one, description: second }`;
    const keys = accountIn(text).kms.get('us-east-1') ?? [];
    expect(keys.map(({ metadata }) => metadata['Description'])).to.deep.equal(['first', 'second']);
    expect(keys.map(({ rotation }) => rotation?.['KeyRotationEnabled'])).to.deep.equal([
      true,
      true,
    ]);
  });
});

describe('loadWorld complains', () => {
  const cases: readonly (readonly [title: string, text: string, message: string])[] = [
    [
      'about an id that YAML takes for a number',
      'id: 111122223333',
      'a.yaml:1:5: id: must be text, not 111122223333; put it in quotes',
    ],
    ['about a missing id', 'alias: acme', 'a.yaml:1:1: "id" is missing'],
    ['about an empty file', '', 'a.yaml:1:1: must be a map, not empty'],
    [
      'about an id that is none',
      "id: '123'",
      'a.yaml:1:5: id: "123" is not an account id: twelve digits in quotes',
    ],
    [
      'about a name given twice',
      `${id}iam: {}\niam: {}\n`,
      'a.yaml:3:1: this name is given twice in the same map; keep one of them',
    ],
    [
      'about text that is not YAML',
      `${id}iam: [1\n`,
      'a.yaml:3:1: not valid YAML: flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    [
      'about an alias to nowhere',
      `${id}alias: *gone\n`,
      'a.yaml:2:8: not valid YAML: unresolved alias (the anchor must be set before the alias): gone',
    ],
    [
      'about an unknown member, with the one that was meant',
      `${id}s3:\n  buckets:\n    acme-models:\n      encrypton: AES256\n`,
      'a.yaml:5:7: s3.buckets.acme-models.encrypton: unknown member; did you mean "encryption"?',
    ],
    [
      'about an unknown member, with those there are',
      `${id}s3: { frobnicate: 1 }`,
      'a.yaml:2:7: s3.frobnicate: unknown member; there is public, buckets, accessPoints',
    ],
    [
      'about an unknown member of a SageMaker object',
      `${id}sagemaker:\n  us-east-1:\n    models:\n      m: { VpcConfg: {} }\n`,
      'a.yaml:5:12: sagemaker.us-east-1.models.m.VpcConfg: unknown member; did you mean "VpcConfig"?',
    ],
    [
      'about an unknown member deep in a SageMaker object',
      `${id}sagemaker:\n  us-east-1:\n    models:\n      m: { VpcConfig: { Subnet: [a] } }\n`,
      'a.yaml:5:25: sagemaker.us-east-1.models.m.VpcConfig.Subnet: unknown member; did you mean "Subnets"?',
    ],
    [
      'about a member that AWS requires',
      `${id}sagemaker:\n  us-east-1:\n    trainingJobs:\n      t: { OutputDataConfig: {} }\n`,
      'a.yaml:5:7: sagemaker.us-east-1.trainingJobs.t: "RoleArn" is missing',
    ],
    [
      'about text where true or false is meant',
      `${id}sagemaker: { us-east-1: { models: { m: { EnableNetworkIsolation: 'yes' } } } }`,
      'a.yaml:2:66: sagemaker.us-east-1.models.m.EnableNetworkIsolation: must be true or false, not "yes"',
    ],
    [
      'about a word that is none of those allowed',
      `${id}s3: { buckets: { one: { ownership: Mine } } }`,
      'a.yaml:2:36: s3.buckets.one.ownership: "Mine" is not one of BucketOwnerEnforced, BucketOwnerPreferred, ObjectWriter, unset',
    ],
    [
      'about a role that is not there',
      `${id}iam: { roles: { Training: { trust: sagemaker } } }\nsagemaker:\n  us-east-1:\n    models: { m: { ExecutionRoleArn: Trainig } }\n`,
      'a.yaml:5:38: sagemaker.us-east-1.models.m.ExecutionRoleArn: there is no role "Trainig"; did you mean "Training"?',
    ],
    [
      'about a key that is not there',
      `${id}kms: { us-east-1: { models: {} } }\ns3: { buckets: { one: { encryption: datakey } } }`,
      'a.yaml:3:37: s3.buckets.one.encryption: there is no key "datakey" in us-east-1; there is models',
    ],
    [
      'about an alias that no key of the region has',
      `${id}regions: [us-east-1, eu-west-1]\nkms: { eu-west-1: { models: {} } }\ns3: { buckets: { one: { encryption: alias/models } } }`,
      'a.yaml:4:37: s3.buckets.one.encryption: no key in us-east-1 has the alias "alias/models"; there is none',
    ],
    [
      'about a managed policy that is not there',
      `${id}iam: { roles: { A: { trust: lambda, policies: [AmazonSagemakerFullAcces] } } }`,
      'a.yaml:2:48: iam.roles.A.policies[0]: there is no managed policy "AmazonSagemakerFullAcces"; did you mean "AmazonSageMakerFullAccess"?',
    ],
    [
      'about a boundary that is not there',
      `${id}iam: { roles: { A: { trust: lambda, boundary: none } } }`,
      'a.yaml:2:47: iam.roles.A.boundary: there is no managed policy "none"; there is AdministratorAccess, PowerUserAccess, ReadOnlyAccess, SecurityAudit, AmazonSageMakerFullAccess, AmazonSageMakerReadOnly, AmazonS3FullAccess, AmazonS3ReadOnlyAccess, AmazonEC2ContainerRegistryFullAccess, AmazonEC2ContainerRegistryReadOnly, AWSKeyManagementServicePowerUser, IAMUserChangePassword, …',
    ],
    [
      'about a group that is not there',
      `${id}iam: { users: { ada: { groups: [readers] } } }`,
      'a.yaml:2:33: iam.users.ada.groups[0]: there is no group "readers"; there is none',
    ],
    [
      'about an identity provider that is not there',
      `${id}iam: { samlProviders: { IdP: }, roles: { A: { trust: { federated: [Idp2] } } } }`,
      'a.yaml:2:68: iam.roles.A.trust.federated[0]: there is no identity provider "Idp2"; did you mean "IdP"?',
    ],
    [
      'about a bucket that an access point lacks',
      `${id}s3: { accessPoints: { p: { bucket: gone } } }`,
      'a.yaml:2:36: s3.accessPoints.p.bucket: there is no bucket "gone"; there is none',
    ],
    [
      'about a date that is none',
      `${id}iam: { users: { ada: { accessKeys: [{ created: last year }] } } }`,
      'a.yaml:2:48: iam.users.ada.accessKeys[0].created: "last year" is not a date; write "40 days ago", "in 2 weeks", "now" or an ISO date such as 2026-11-01',
    ],
    [
      'about a day that is not in the calendar',
      `${id}s3: { buckets: { one: { created: 2026-02-30 } } }`,
      'a.yaml:2:34: s3.buckets.one.created: "2026-02-30" is not a date; write "40 days ago", "in 2 weeks", "now" or an ISO date such as 2026-11-01',
    ],
    [
      'about a region that the account has not',
      `${id}kms: { eu-west-1: {} }`,
      'a.yaml:2:8: kms.eu-west-1: "eu-west-1" is not one of the account\'s regions; there is us-east-1',
    ],
    [
      'about a region that is none',
      `${id}sagemaker:\n  eu-west: {}\n`,
      'a.yaml:3:3: sagemaker.eu-west: "eu-west" is not a region such as eu-west-1',
    ],
    [
      'about a user profile without a domain',
      `${id}sagemaker:\n  us-east-1: { userProfiles: { ada: {} } }\n`,
      'a.yaml:3:32: sagemaker.us-east-1.userProfiles.ada: write it as domain/name, e.g. "acme-studio/ada"',
    ],
    [
      'about an account given twice',
      "accounts:\n  - id: '111122223333'\n  - id: '111122223333'\n",
      'a.yaml:3:9: accounts[1].id: there is an account "111122223333" already',
    ],
    [
      'about tags that are not text',
      `${id}s3: { buckets: { one: { tags: { cost: 12 } } } }`,
      'a.yaml:2:39: s3.buckets.one.tags.cost: must be text, not 12; put it in quotes',
    ],
    [
      'about everything wrong at once, in the order of the file',
      `${id}kms:\n  us-east-1: { k: { rotaton: true } }\ns3: { public: half }\n`,
      [
        'a.yaml:3:21: kms.us-east-1.k.rotaton: unknown member; did you mean "rotation"?',
        'a.yaml:4:15: s3.public: "half" is not blocked, open, unset, or the four flags',
      ].join('\n'),
    ],
  ];
  for (const [title, text, message] of cases) {
    it(title, () => expect(complaint(text)).to.equal(message));
  }

  it('but stops after ten lines', () => {
    const names = Array.from({ length: 13 }, (_, index) => `  x${index}: 1`).join('\n');
    expect(complaint(`${id}s3:\n${names}\n`).split('\n').at(-1)).to.equal('and 3 more');
  });
});
