import {
  CreateAliasCommand,
  CreateKeyCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyRotationCommand,
  ScheduleKeyDeletionCommand,
  type CreateKeyRequest,
  type KMSClient,
} from '@aws-sdk/client-kms';

/** ARNs of the keys, by what they are. */
export interface MotoKeys {
  /** Rotates. */
  readonly right: string;
  readonly unrotated: string;
  readonly disabled: string;
  readonly doomed: string;
  readonly asymmetric: string;
  /** Of AWS by its alias, which moto serves as a customer's key. */
  readonly awsManaged: string;
}

/** Keys in every state that a rule asks for. */
export async function fillKms(kms: KMSClient): Promise<MotoKeys> {
  const keys = {
    right: await createKey(kms),
    unrotated: await createKey(kms),
    disabled: await createKey(kms),
    doomed: await createKey(kms),
    asymmetric: await createKey(kms, { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }),
    // Moto makes this key when it is first asked for.
    awsManaged: await arnOfAlias(kms, 'alias/aws/s3'),
  };
  await kms.send(new EnableKeyRotationCommand({ KeyId: keys.right }));
  await kms.send(new CreateAliasCommand({ AliasName: 'alias/ml', TargetKeyId: keys.right }));
  await kms.send(new DisableKeyCommand({ KeyId: idOf(keys.disabled) }));
  await kms.send(
    new ScheduleKeyDeletionCommand({ KeyId: idOf(keys.doomed), PendingWindowInDays: 7 }),
  );
  return keys;
}

/** These two calls know a key by its id only. */
function idOf(arn: string): string | undefined {
  return arn.split('/')[1];
}

async function createKey(kms: KMSClient, request: CreateKeyRequest = {}): Promise<string> {
  return arnOf(await kms.send(new CreateKeyCommand(request)));
}

async function arnOfAlias(kms: KMSClient, KeyId: string): Promise<string> {
  return arnOf(await kms.send(new DescribeKeyCommand({ KeyId })));
}

function arnOf({
  KeyMetadata: key,
}: {
  KeyMetadata?: { Arn?: string | undefined } | undefined;
}): string {
  if (key?.Arn === undefined) throw new Error('moto made a key without ARN');
  return key.Arn;
}
