import {
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateLoginProfileCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  CreateVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
  type IAMClient,
} from '@aws-sdk/client-iam';
import { motoAccount } from './moto-client.ts';

const sageMaker = { Service: 'sagemaker.amazonaws.com' };
const thisAccount = { StringEquals: { 'aws:SourceAccount': motoAccount } };

/** What looks like URL-encoding here is none: moto encodes some documents and some not. */
export const likeEncoded = 'arn:aws:s3:::models/50%25 of a%2Bb+c/*';

const readModels = statement({ Action: 's3:GetObject', Resource: likeEncoded });
const allButIam = statement({ NotAction: 'iam:*', Resource: '*' });

export const boundary = `arn:aws:iam::${motoAccount}:policy/ml-boundary`;

/** Roles, users and managed policies, one right and some wrong of each. */
export async function fillIam(iam: IAMClient): Promise<void> {
  await createPolicies(iam);
  await createRoles(iam);
  await createUsers(iam);
}

async function createPolicies(iam: IAMClient): Promise<void> {
  const policies = {
    'ml-boundary': readModels,
    'read-models': readModels,
    'all-but-iam': allButIam,
  };
  for (const [PolicyName, PolicyDocument] of Object.entries(policies)) {
    await iam.send(new CreatePolicyCommand({ PolicyName, PolicyDocument }));
  }
}

async function createRoles(iam: IAMClient): Promise<void> {
  const bound = trust({ Principal: sageMaker, Condition: thisAccount });
  await role(iam, 'training-right', bound, boundary);
  await attach(iam, 'training-right', `arn:aws:iam::${motoAccount}:policy/read-models`);
  await role(iam, 'trusts-anybody', trust({ Principal: { Service: sageMaker.Service, AWS: '*' } }));
  await attach(iam, 'trusts-anybody', 'arn:aws:iam::aws:policy/AmazonSageMakerFullAccess');
  await role(iam, 'inverted-inline', trust({ Principal: sageMaker }), `${boundary}-of-nobody`);
  await iam.send(
    new PutRolePolicyCommand({
      RoleName: 'inverted-inline',
      PolicyName: 'wide',
      PolicyDocument: allButIam,
    }),
  );
  await role(iam, 'inverted-attached', bound);
  await attach(iam, 'inverted-attached', `arn:aws:iam::${motoAccount}:policy/all-but-iam`);
  await role(
    iam,
    'for-lambda',
    trust({
      Principal: { Service: 'lambda.amazonaws.com' },
      Condition: { ArnLike: { 'aws:SourceArn': likeEncoded } },
    }),
  );
}

async function role(
  iam: IAMClient,
  RoleName: string,
  AssumeRolePolicyDocument: string,
  PermissionsBoundary?: string,
): Promise<void> {
  const request = { RoleName, AssumeRolePolicyDocument };
  await iam.send(
    new CreateRoleCommand(
      PermissionsBoundary === undefined ? request : { ...request, PermissionsBoundary },
    ),
  );
}

async function attach(iam: IAMClient, RoleName: string, PolicyArn: string): Promise<void> {
  await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
}

async function createUsers(iam: IAMClient): Promise<void> {
  for (const UserName of ['ada', 'bob', 'robot'])
    await iam.send(new CreateUserCommand({ UserName }));
  for (const UserName of ['ada', 'bob']) {
    const Password = 'Correct-horse-7-battery';
    await iam.send(new CreateLoginProfileCommand({ UserName, Password }));
  }
  const device = await iam.send(new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: 'ada' }));
  await iam.send(
    new EnableMFADeviceCommand({
      UserName: 'ada',
      SerialNumber: device.VirtualMFADevice?.SerialNumber,
      AuthenticationCode1: '123456',
      AuthenticationCode2: '654321',
    }),
  );
  await iam.send(new CreateAccessKeyCommand({ UserName: 'robot' }));
  await iam.send(
    new PutUserPolicyCommand({ UserName: 'bob', PolicyName: 'own', PolicyDocument: readModels }),
  );
  await iam.send(
    new AttachUserPolicyCommand({
      UserName: 'robot',
      PolicyArn: `arn:aws:iam::${motoAccount}:policy/read-models`,
    }),
  );
}

function trust(members: object): string {
  return statement({ Action: 'sts:AssumeRole', ...members });
}

function statement(members: object): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...members }] });
}
