import { AwsError } from '../aws-error.ts';
import { textIn, numberIn } from '../input.ts';
import { authorizationDetails } from './authorization-details.ts';
import { generateCredentialReport, getCredentialReport } from './credential-report.ts';
import { managedPolicyOperations } from './managed-policy.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Call, Context, Operations } from '../call.ts';

export const iamOperations: Operations = {
  GetAccountAuthorizationDetails: { respond: authorizationDetails, pages: true },
  ...managedPolicyOperations,
  GenerateCredentialReport: { respond: generateCredentialReport },
  GetCredentialReport: { respond: getCredentialReport },
  GetAccountPasswordPolicy: { respond: getPasswordPolicy },
  ListAccountAliases: { respond: listAliases, pages: true },
  ListOpenIDConnectProviders: {
    respond: ({ account }) => ({
      OpenIDConnectProviderList: account.iam.oidcProviders.map(arnOnly),
    }),
  },
  GetOpenIDConnectProvider: {
    respond: (call) => findProvider(call, 'OpenIDConnectProviderArn'),
    resource: (input) => textIn(input, 'OpenIDConnectProviderArn'),
    gone: (call) => noSuchProvider(call, 'OpenIDConnectProviderArn'),
  },
  ListSAMLProviders: {
    respond: ({ account }) => ({
      SAMLProviderList: account.iam.samlProviders.map((provider) => ({
        ...arnOnly(provider),
        ...dates(provider),
      })),
    }),
  },
  GetSAMLProvider: {
    respond: (call) => findProvider(call, 'SAMLProviderArn'),
    resource: (input) => textIn(input, 'SAMLProviderArn'),
    gone: (call) => noSuchProvider(call, 'SAMLProviderArn'),
  },
};

function getPasswordPolicy({ account }: Call): JsonObject {
  if (account.iam.passwordPolicy !== null) return { PasswordPolicy: account.iam.passwordPolicy };
  const message = `The Password Policy with domain name ${account.id} cannot be found.`;
  throw new AwsError('NoSuchEntity', message, { status: 404 });
}

function listAliases(call: Call, context: Context): JsonObject {
  const page = context.paginate(call.account.iam.aliases, {
    token: textIn(call.input, 'Marker'),
    size: numberIn(call.input, 'MaxItems') ?? 100,
  });
  return {
    AccountAliases: page.items,
    IsTruncated: page.next !== undefined,
    ...(page.next !== undefined && { Marker: page.next }),
  };
}

/** The reply of the Get calls does not repeat the ARN. */
function findProvider(call: Call, arnMember: string): JsonObject {
  const { oidcProviders, samlProviders } = call.account.iam;
  const providers = arnMember === 'SAMLProviderArn' ? samlProviders : oidcProviders;
  const wanted = textIn(call.input, arnMember);
  const found = providers.find((provider) => provider['Arn'] === wanted);
  if (found === undefined) throw noSuchProvider(call, arnMember);
  return Object.fromEntries(Object.entries(found).filter(([member]) => member !== 'Arn'));
}

function noSuchProvider(call: Call, arnMember: string): AwsError {
  const message = `Provider not found for arn ${textIn(call.input, arnMember)}`;
  return new AwsError('NoSuchEntity', message, { status: 404 });
}

function arnOnly(provider: JsonObject): JsonObject {
  return { Arn: provider['Arn'] ?? null };
}

function dates(provider: JsonObject): JsonObject {
  return { ValidUntil: provider['ValidUntil'] ?? null, CreateDate: provider['CreateDate'] ?? null };
}
