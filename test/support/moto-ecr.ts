import {
  CreateRepositoryCommand,
  PutRegistryPolicyCommand,
  SetRepositoryPolicyCommand,
  type CreateRepositoryRequest,
  type ECRClient,
} from '@aws-sdk/client-ecr';
import { motoAccount, motoRegion } from './moto-client.ts';
import type { MotoKeys } from './moto-kms.ts';

export const ownPull = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Pull',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${motoAccount}:root` },
      Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    },
  ],
};

export const replication = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Replicate',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::444455556666:root' },
      Action: 'ecr:ReplicateImage',
      Resource: `arn:aws:ecr:${motoRegion}:${motoAccount}:repository/*`,
    },
  ],
};

/** Everything of `team/right` is right, `open` is open to all, `bare` has no policy. */
export async function fillEcr(ecr: ECRClient, keys: MotoKeys): Promise<void> {
  await create(ecr, {
    repositoryName: 'team/right',
    imageTagMutability: 'IMMUTABLE',
    imageScanningConfiguration: { scanOnPush: true },
    encryptionConfiguration: { encryptionType: 'KMS', kmsKey: keys.right },
    tags: [{ Key: 'team', Value: 'ml' }],
  });
  await setPolicy(ecr, 'team/right', ownPull);
  await create(ecr, { repositoryName: 'open' });
  const [statement] = ownPull.Statement;
  await setPolicy(ecr, 'open', { ...ownPull, Statement: [{ ...statement, Principal: '*' }] });
  await create(ecr, { repositoryName: 'bare' });
  await ecr.send(new PutRegistryPolicyCommand({ policyText: JSON.stringify(replication) }));
}

async function create(ecr: ECRClient, request: CreateRepositoryRequest): Promise<void> {
  await ecr.send(new CreateRepositoryCommand(request));
}

async function setPolicy(ecr: ECRClient, repositoryName: string, policy: object): Promise<void> {
  const policyText = JSON.stringify(policy);
  await ecr.send(new SetRepositoryPolicyCommand({ repositoryName, policyText }));
}
