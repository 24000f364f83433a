import { loadWorld } from '../../src/sandbox/load-world.ts';
import type { World } from '../../src/sandbox/world.ts';
import { accountId, region } from './build.ts';

/** A little of everything that organisations, IAM, S3, KMS and ECR have; lists have more than one item to page over. */
const text = `
id: '${accountId}'
alias: acme
regions: [${region}, us-east-1]
organization:
  id: o-exampleorgid
  levels:
    - { id: r-ab12, scp: { never: [{ Effect: Deny, Action: 's3:DeleteBucket', Resource: '*' }] } }
    - { id: ou-ab12-11111111, rcp: { inside: [{ Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*' }] } }
iam:
  passwordPolicy: { MinimumPasswordLength: 14 }
  root: { mfa: true }
  users:
    ada: { console: true, mfa: true, groups: [admins], tags: { team: ml } }
    bob: { accessKeys: [{ created: 20 days ago }] }
  groups:
    admins: { policies: [AdministratorAccess] }
  roles:
    Training:
      trust: sagemaker.amazonaws.com
      policies: [Train]
      boundary: Bound
      inline: { log: [{ Effect: Allow, Action: 'logs:*', Resource: '*' }] }
  policies:
    Train: { document: [{ Effect: Allow, Action: 's3:GetObject', Resource: '*' }] }
    Bound: { document: [{ Effect: Allow, Action: '*', Resource: '*' }] }
  oidcProviders:
    token.example.com: { clientIds: [sts.amazonaws.com] }
    other.example.com: {}
  samlProviders:
    corp: { validUntil: in 300 days }
s3:
  public: blocked
  buckets:
    models:
      region: ${region}
      tags: { team: ml }
      public: blocked
      tlsOnly: true
      encryption: aws:kms
      versioning: Enabled
      ownership: ObjectWriter
      logging: logs/models
      objectLock: { mode: GOVERNANCE, days: 7 }
    logs: { region: us-east-1, public: unset, encryption: none, ownership: BucketOwnerPreferred }
  accessPoints:
    door: { bucket: models, region: ${region}, vpc: vpc-1, policy: [] }
    gate: { bucket: models, region: ${region} }
kms:
  ${region}:
    models:
      aliases: [alias/models, alias/archive]
      rotation: true
      tags: { team: ml, use: models }
      grants:
        - { grantee: Training, operations: [Decrypt] }
        - { grantee: Training, operations: [Encrypt] }
    signing: { spec: RSA_2048, usage: SIGN_VERIFY }
ecr:
  ${region}:
    policy: [{ Effect: Deny, Principal: '*', Action: 'ecr:DeleteRepository', Resource: '*' }]
    repositories:
      train:
        tags: { team: ml }
        tagMutability: IMMUTABLE
        scanOnPush: true
        encryption: models
        policy: [{ Effect: Allow, Principal: { AWS: '444455556666' }, Action: 'ecr:BatchGetImage' }]
      serve: {}
`;

export function faultWorld(): World {
  return loadWorld(text, { file: 'fault-world.yaml', now: new Date('2026-11-01T00:00:00Z') });
}
