import { ECRClient } from '@aws-sdk/client-ecr';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { S3Client } from '@aws-sdk/client-s3';
import { S3ControlClient } from '@aws-sdk/client-s3-control';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';

/** Moto's account for credentials that it did not hand out itself. */
export const motoAccount = '123456789012';

export const motoRegion = 'us-east-1';

export interface MotoCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export const motoCredentials: MotoCredentials = {
  accessKeyId: 'testing',
  secretAccessKey: 'testing',
};

/** Plain SDK clients, as anybody would use them to fill an account. */
export interface MotoClients {
  readonly ecr: ECRClient;
  readonly iam: IAMClient;
  readonly kms: KMSClient;
  readonly organizations: OrganizationsClient;
  readonly s3: S3Client;
  readonly s3control: S3ControlClient;
  readonly sagemaker: SageMakerClient;
}

export function motoClients(url: string, credentials = motoCredentials): MotoClients {
  const config = { endpoint: url, region: motoRegion, credentials };
  return {
    ecr: new ECRClient(config),
    iam: new IAMClient(config),
    kms: new KMSClient(config),
    organizations: new OrganizationsClient(config),
    s3: new S3Client({ ...config, forcePathStyle: true }),
    // The SDK would put the account id before the host, which does not resolve on the loopback.
    s3control: new S3ControlClient({ ...config, endpointProvider: () => ({ url: new URL(url) }) }),
    sagemaker: new SageMakerClient(config),
  };
}

/** The variables that lead the command line to moto. */
export function motoEnvironment(
  url: string,
  { accessKeyId, secretAccessKey, sessionToken }: MotoCredentials = motoCredentials,
): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    ...(sessionToken !== undefined && { AWS_SESSION_TOKEN: sessionToken }),
  };
}
