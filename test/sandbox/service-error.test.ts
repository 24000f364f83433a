import { AccountClient, ListRegionsCommand } from '@aws-sdk/client-account';
import { DescribeRepositoriesCommand, ECRClient } from '@aws-sdk/client-ecr';
import { GetAccountAuthorizationDetailsCommand, IAMClient } from '@aws-sdk/client-iam';
import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { DescribeOrganizationCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { ListAccessPointsCommand, S3ControlClient } from '@aws-sdk/client-s3-control';
import { ListModelsCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { expect } from 'chai';
import type { Service } from '../../src/sandbox/call.ts';
import type { FaultClass } from '../../src/sandbox/fault.ts';
import { accountId } from '../support/build.ts';
import { completeAccount } from '../support/complete-account.ts';
import { failureOf, sandboxAccount, serve, type ClientSettings } from '../support/world.ts';

const oneCall: { readonly [S in Service]: (client: ClientSettings) => Promise<unknown> } = {
  sts: (client) => new STSClient(client).send(new GetCallerIdentityCommand({})),
  account: (client) => new AccountClient(client).send(new ListRegionsCommand({})),
  iam: (client) => new IAMClient(client).send(new GetAccountAuthorizationDetailsCommand({})),
  s3: (client) => new S3Client(client).send(new ListBucketsCommand({})),
  s3control: (client) =>
    new S3ControlClient(client).send(new ListAccessPointsCommand({ AccountId: accountId })),
  kms: (client) => new KMSClient(client).send(new ListKeysCommand({})),
  ecr: (client) => new ECRClient(client).send(new DescribeRepositoriesCommand({})),
  organizations: (client) =>
    new OrganizationsClient(client).send(new DescribeOrganizationCommand({})),
  sagemaker: (client) => new SageMakerClient(client).send(new ListModelsCommand({})),
};

/** Error name and HTTP status by service: throttle, server error, denied, expired. */
const expected: { readonly [S in Service]: readonly (readonly [FaultClass, string, number])[] } = {
  sts: [
    ['throttle', 'Throttling', 400],
    ['server-error', 'InternalFailure', 500],
    ['access-denied', 'AccessDenied', 403],
    ['expired-token', 'ExpiredToken', 403],
  ],
  account: [
    ['throttle', 'TooManyRequestsException', 429],
    ['server-error', 'InternalServerException', 500],
    ['access-denied', 'AccessDeniedException', 403],
    ['expired-token', 'ExpiredTokenException', 403],
  ],
  iam: [
    ['throttle', 'Throttling', 400],
    ['server-error', 'ServiceFailure', 500],
    ['access-denied', 'AccessDenied', 403],
    ['expired-token', 'ExpiredToken', 403],
  ],
  s3: [
    ['throttle', 'SlowDown', 503],
    ['server-error', 'InternalError', 500],
    ['access-denied', 'AccessDenied', 403],
    ['expired-token', 'ExpiredToken', 400],
  ],
  s3control: [
    ['throttle', 'SlowDown', 503],
    ['server-error', 'InternalError', 500],
    ['access-denied', 'AccessDenied', 403],
    ['expired-token', 'ExpiredToken', 400],
  ],
  kms: [
    ['throttle', 'ThrottlingException', 400],
    ['server-error', 'KMSInternalException', 500],
    ['access-denied', 'AccessDeniedException', 400],
    ['expired-token', 'ExpiredTokenException', 400],
  ],
  ecr: [
    ['throttle', 'ThrottlingException', 400],
    ['server-error', 'ServerException', 500],
    ['access-denied', 'AccessDeniedException', 400],
    ['expired-token', 'ExpiredTokenException', 400],
  ],
  organizations: [
    ['throttle', 'TooManyRequestsException', 400],
    ['server-error', 'ServiceException', 500],
    ['access-denied', 'AccessDeniedException', 400],
    ['expired-token', 'ExpiredTokenException', 400],
  ],
  sagemaker: [
    ['throttle', 'ThrottlingException', 400],
    ['server-error', 'InternalFailure', 500],
    ['access-denied', 'AccessDeniedException', 400],
    ['expired-token', 'ExpiredTokenException', 400],
  ],
};

const services = Object.keys(oneCall) as Service[];

describe('errors of a service', () => {
  for (const service of services) {
    for (const [faultClass, name, status] of expected[service]) {
      it(`arrive through the SDK of ${service}: ${faultClass} is ${name}`, async () => {
        const { client, sandbox } = serve([sandboxAccount()], { faults: [{ class: faultClass }] });
        const failure = await failureOf(oneCall[service](client));
        expect({ name: failure.code, status: failure.status }).to.deep.equal({ name, status });
        expect(failure.requestId).to.equal('00000000-0000-4000-8000-000000000001');
        expect(sandbox.calls.map(({ outcome }) => outcome)).to.deep.equal([name]);
      });
    }

    it(`say that ${service} does not know a key of no account`, async () => {
      const { client } = serve([sandboxAccount({ id: '999999999999' })]);
      const { code } = await failureOf(oneCall[service](client));
      expect(code).to.be.oneOf([
        'InvalidClientTokenId',
        'UnrecognizedClientException',
        'InvalidAccessKeyId',
      ]);
    });

    it(`are none when nothing is wrong with ${service}`, async () => {
      const { client, sandbox } = serve([completeAccount()]);
      await oneCall[service](client);
      expect(sandbox.calls.map(({ outcome }) => outcome)).to.deep.equal(['ok']);
    });
  }
});
