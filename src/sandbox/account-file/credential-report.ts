import { arnIn, dateOf, textOf, type Loading } from './loading.ts';
import type { AccessKeyFile, CredentialsFile, IamFile } from './account-file.ts';
import type { JsonObject } from '../../model/json.ts';
import type { YamlPath } from '../../yaml/yaml-source.ts';

type Row = { readonly [column: string]: string };

/** The credential report of the account: the root's row, then one for each user. */
export function credentialReport(
  file: IamFile,
  users: readonly JsonObject[],
  loading: Loading,
): readonly Row[] {
  const root: Row = {
    ...row(loading, file.root ?? { mfa: true }, [...loading.path, 'iam', 'root']),
    user: '<root_account>',
    arn: arnIn(loading, 'iam', { resource: 'root' }),
    user_creation_time: reportDate(dateOf(loading, neverAt, { seed: 'root', days: [1500, 1600] })),
    // The report does not tell these of the root.
    password_enabled: 'not_supported',
    password_last_changed: 'not_supported',
    password_next_rotation: 'not_supported',
  };
  return [
    root,
    ...users.map((user) => {
      const name = textOf(user['UserName']);
      const credentials = file.users?.[name] ?? {};
      return {
        ...row(loading, credentials, [...loading.path, 'iam', 'users', name]),
        user: name,
        arn: textOf(user['Arn']),
        user_creation_time: reportDate(new Date(textOf(user['CreateDate']))),
      };
    }),
  ];
}

const neverAt = { path: [], text: undefined };

/** Columns come in the order of AWS's report; the caller fills in the first three. */
function row(loading: Loading, credentials: CredentialsFile, path: YamlPath): Row {
  const password = credentials.console === true;
  const used = credentials.lastUsed;
  return {
    user: '',
    arn: '',
    user_creation_time: '',
    password_enabled: String(password),
    password_last_used:
      used === undefined
        ? password
          ? 'no_information'
          : 'N/A'
        : dateIn(loading, used, [...path, 'lastUsed']),
    password_last_changed: password
      ? reportDate(dateOf(loading, neverAt, { seed: `password ${path.join(' ')}`, days: [5, 80] }))
      : 'N/A',
    password_next_rotation: 'N/A',
    mfa_active: String(credentials.mfa === true),
    ...keyColumns(loading, '1', {
      key: credentials.accessKeys?.[0],
      path: [...path, 'accessKeys', 0],
    }),
    ...keyColumns(loading, '2', {
      key: credentials.accessKeys?.[1],
      path: [...path, 'accessKeys', 1],
    }),
    cert_1_active: 'false',
    cert_1_last_rotated: 'N/A',
    cert_2_active: 'false',
    cert_2_last_rotated: 'N/A',
  };
}

function keyColumns(
  loading: Loading,
  number: '1' | '2',
  { key, path }: { readonly key: AccessKeyFile | undefined; readonly path: YamlPath },
): Row {
  const used = key?.lastUsed;
  const column = (name: string) => `access_key_${number}_${name}`;
  return {
    [column('active')]: String(key !== undefined && key.active !== false),
    [column('last_rotated')]:
      key === undefined ? 'N/A' : dateIn(loading, key.created, [...path, 'created']),
    [column('last_used_date')]:
      used === undefined ? 'N/A' : dateIn(loading, used, [...path, 'lastUsed']),
    [column('last_used_region')]: used === undefined ? 'N/A' : (loading.regions[0] ?? ''),
    [column('last_used_service')]: used === undefined ? 'N/A' : 's3',
  };
}

function dateIn(loading: Loading, text: string, path: YamlPath): string {
  return reportDate(dateOf(loading, { path, text }, { seed: text, days: [0, 1] }));
}

/** The report writes the zone as an offset. */
function reportDate(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, '+00:00');
}
