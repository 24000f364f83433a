import { AwsError } from './aws-error.ts';
import { assumedRoleArn, sessionKey } from './caller.ts';
import { numberIn, textIn } from './input.ts';
import { serviceError } from './service-error.ts';
import type { JsonObject } from '../model/json.ts';
import type { Call, Context, Operations } from './call.ts';

export const stsOperations: Operations = {
  GetCallerIdentity: {
    respond: ({ caller }) => ({
      UserId: caller.userId,
      Account: caller.account.id,
      Arn: caller.arn,
    }),
  },
  AssumeRole: { respond: assumeRole, resource: (input) => textIn(input, 'RoleArn') },
};

/** Any role of any account of the world may be assumed; trust policies are not evaluated. */
function assumeRole(call: Call, context: Context): JsonObject {
  const arn = textIn(call.input, 'RoleArn') ?? '';
  const sessionName = textIn(call.input, 'RoleSessionName');
  const match = /^arn:[^:]+:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(arn);
  if (match === null || sessionName === undefined) {
    throw new AwsError('ValidationError', 'RoleArn and RoleSessionName are required');
  }
  const [, id = '', roleName = ''] = match;
  const account = context.world.accounts.get(id);
  if (account === undefined) throw refusal(call, arn);
  const seconds = numberIn(call.input, 'DurationSeconds') ?? 3600;
  const session = { account: id, roleName, sessionName, expires: context.now + seconds * 1000 };
  const key = sessionKey(session);
  return {
    Credentials: {
      AccessKeyId: key.accessKeyId,
      SecretAccessKey: key.secretAccessKey,
      SessionToken: key.sessionToken ?? '',
      Expiration: new Date(session.expires).toISOString(),
    },
    AssumedRoleUser: {
      AssumedRoleId: `AROASANDBOX${id}:${sessionName}`,
      Arn: assumedRoleArn(account, session),
    },
  };
}

function refusal(call: Call, role: string): AwsError {
  const message = `User: ${call.caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${role}`;
  return serviceError('sts', 'denied', message);
}
