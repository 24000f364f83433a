const header = [
  'user',
  'arn',
  'user_creation_time',
  'password_enabled',
  'password_last_used',
  'password_last_changed',
  'password_next_rotation',
  'mfa_active',
  'access_key_1_active',
  'access_key_1_last_rotated',
  'access_key_1_last_used_date',
  'access_key_1_last_used_region',
  'access_key_1_last_used_service',
  'access_key_2_active',
  'access_key_2_last_rotated',
  'access_key_2_last_used_date',
  'access_key_2_last_used_region',
  'access_key_2_last_used_service',
  'cert_1_active',
  'cert_1_last_rotated',
  'cert_2_active',
  'cert_2_last_rotated',
];

/** A user without password or keys, in the words of the report. */
const bare: Readonly<Record<string, string>> = {
  user_creation_time: '2024-01-01T00:00:00+00:00',
  password_enabled: 'false',
  password_last_used: 'N/A',
  mfa_active: 'false',
  access_key_1_active: 'false',
  access_key_2_active: 'false',
  cert_1_active: 'false',
  cert_2_active: 'false',
};

/** The report's text for users that differ from a bare one in the given columns. */
export function reportText(rows: readonly Readonly<Record<string, string>>[]): string {
  const lines = rows.map((row) => header.map((name) => row[name] ?? bare[name] ?? 'N/A').join(','));
  return [header.join(','), ...lines].join('\n');
}

/** The reply of GetCredentialReport. */
export function reportReply(rows: readonly Readonly<Record<string, string>>[]) {
  return {
    Content: new TextEncoder().encode(reportText(rows)),
    ReportFormat: 'text/csv' as const,
    GeneratedTime: new Date('2026-11-01T08:00:00Z'),
  };
}
