import { serviceError } from './service-error.ts';
import type { Service } from './call.ts';
import type { SandboxAccount, World } from './world.ts';

/** Who signed a request. */
export interface Caller {
  readonly account: SandboxAccount;
  readonly arn: string;
  readonly userId: string;
}

export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface Session {
  readonly account: string;
  readonly roleName: string;
  readonly sessionName: string;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

/** What a request says about its signer (SigV4); signatures themselves are not checked. */
export interface Signer {
  readonly service: Service;
  readonly keyId: string;
  readonly sessionToken: string | undefined;
}

/** The long-lived key of the account's sandbox user. */
export function accessKeyOf(account: string): AccessKey {
  return { accessKeyId: `AKIASANDBOX${account}`, secretAccessKey: 'sandbox' };
}

/** The session token itself says whose it is and until when, so no state is kept. */
export function sessionKey(session: Session): AccessKey {
  return {
    accessKeyId: `ASIASANDBOX${session.account}`,
    secretAccessKey: 'sandbox',
    sessionToken: Buffer.from(JSON.stringify(session)).toString('base64'),
  };
}

/** Throws the service's error for a key that belongs to no account, or an expired session. */
export function identify(signer: Signer, world: World, now: number): Caller {
  const match = /^(AKIA|ASIA)SANDBOX(\d{12})$/.exec(signer.keyId);
  const account = world.accounts.get(match?.[2] ?? '');
  if (account === undefined) throw serviceError(signer.service, 'unknownKey');
  if (match?.[1] === 'AKIA') return userOf(account);
  const session = readSession(signer.sessionToken);
  if (session?.account !== account.id) throw serviceError(signer.service, 'unknownKey');
  if (session.expires <= now) throw serviceError(signer.service, 'expired');
  return {
    account,
    arn: assumedRoleArn(account, session),
    userId: `AROASANDBOX${account.id}:${session.sessionName}`,
  };
}

export function assumedRoleArn(
  account: SandboxAccount,
  session: Pick<Session, 'roleName' | 'sessionName'>,
): string {
  const role = `${session.roleName}/${session.sessionName}`;
  return `arn:${account.partition}:sts::${account.id}:assumed-role/${role}`;
}

function userOf(account: SandboxAccount): Caller {
  const arn = `arn:${account.partition}:iam::${account.id}:user/sandbox`;
  return { account, arn, userId: `AIDASANDBOX${account.id}` };
}

function readSession(token: string | undefined): Session | undefined {
  if (token === undefined) return undefined;
  try {
    // We wrote the token ourselves; a foreign one fails on the account check.
    return JSON.parse(Buffer.from(token, 'base64').toString()) as Session;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
