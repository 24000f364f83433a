import { notCollected, type Observed } from '../../model/observed.ts';
import type { AccessKey, Credentials, CredentialUse } from '../../model/resource/iam.ts';
import type { CredentialReport, CredentialRow } from './credential-report.ts';
import { IncompleteReply } from '../reply/observe.ts';
import { replyField } from '../reply/reply.ts';

export interface UserCredentials {
  readonly credentials: Observed<Credentials>;
  readonly credentialUse: Observed<CredentialUse>;
}

const call = 'iam:GetCredentialReport';

/** What the report says of one user. Without a report, or without a row in it, nothing is known. */
export function userCredentials(report: Observed<CredentialReport>, arn: string): UserCredentials {
  if (report.state !== 'present') return { credentials: report, credentialUse: report };
  const row = report.value.rows.get(arn);
  if (row === undefined) {
    const state = notCollected('the credential report has no row for this user');
    return { credentials: state, credentialUse: state };
  }
  return {
    credentials: replyField(call, () => credentialsOf(row)),
    credentialUse: replyField(call, () => useOf(row)),
  };
}

function credentialsOf(row: CredentialRow): Credentials {
  return {
    // AWS does not tell whether the root user has a password; it has one unless it was taken away.
    passwordEnabled: row.password_enabled === 'not_supported' || flag(row, 'password_enabled'),
    mfaActive: flag(row, 'mfa_active'),
    accessKeys: [accessKey(row, 1), accessKey(row, 2)],
  };
}

function accessKey(row: CredentialRow, number: 1 | 2): AccessKey {
  return {
    active: flag(row, `access_key_${number}_active`),
    lastRotated: time(row, `access_key_${number}_last_rotated`),
  };
}

function useOf(row: CredentialRow): CredentialUse {
  return {
    passwordLastUsed: time(row, 'password_last_used'),
    accessKeysLastUsed: [
      time(row, 'access_key_1_last_used_date'),
      time(row, 'access_key_2_last_used_date'),
    ],
  };
}

function flag(row: CredentialRow, column: keyof CredentialRow): boolean {
  const text = row[column].toLowerCase();
  if (text !== 'true' && text !== 'false') throw new IncompleteReply(`true or false in ${column}`);
  return text === 'true';
}

/** `N/A`: there is no such credential or it was never used; `no_information`: never used. */
const never = new Set(['N/A', 'no_information', 'not_supported']);

function time(row: CredentialRow, column: keyof CredentialRow): string | null {
  const text = row[column];
  if (never.has(text)) return null;
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new IncompleteReply(`date in ${column}`);
  return date.toISOString();
}
