import { motoAccount, motoClients } from './moto-client.ts';
import { fillEcr } from './moto-ecr.ts';
import { fillIam } from './moto-iam.ts';
import { fillKms, type MotoKeys } from './moto-kms.ts';
import { fillOrganization } from './moto-organization.ts';
import { blockAccount, fillS3 } from './moto-s3.ts';
import { fillSageMaker } from './moto-sagemaker.ts';

/** Fills the account with ordinary calls of the SDK, as a team would. */
export async function fillMoto(url: string): Promise<MotoKeys> {
  const { ecr, iam, kms, organizations, s3, s3control, sagemaker } = motoClients(url);
  const keys = await fillKms(kms);
  await fillEcr(ecr, keys);
  await fillIam(iam);
  await fillOrganization(organizations);
  await fillS3(s3, keys);
  await blockAccount(s3control, motoAccount);
  await fillSageMaker(sagemaker, keys);
  return keys;
}
