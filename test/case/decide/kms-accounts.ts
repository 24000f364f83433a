import type { CasePolicies } from '../../../src/decide/case.ts';
import { all, type CaseRow, casesOf, deny, doc, nothing, onKey, other } from './build.ts';
import { otherRole, otherRoot, own } from './build.ts';
import { page, type Case } from './case.ts';

// Keys of another account: which operations work, and who must allow them.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';

function letting(principal: string): CasePolicies {
  return {
    identity: [all],
    resource: doc({
      Effect: 'Allow',
      Principal: { AWS: principal },
      Action: 'kms:*',
      Resource: '*',
    }),
  };
}

/** "Cross-account use" in the API reference. */
const operations: Readonly<Record<string, boolean>> = {
  Encrypt: true,
  DescribeKey: true,
  GenerateDataKeyPair: true,
  GenerateDataKeyWithoutPlaintext: true,
  GenerateMac: true,
  VerifyMac: true,
  GetKeyRotationStatus: true,
  GetPublicKey: true,
  ReEncryptFrom: true,
  ReEncryptTo: true,
  Sign: true,
  Verify: true,
  DeriveSharedSecret: true,
  CreateGrant: true,
  ListGrants: true,
  RevokeGrant: true,
  CancelKeyDeletion: false,
  CreateAlias: false,
  DisableKey: false,
  DisableKeyRotation: false,
  EnableKey: false,
  EnableKeyRotation: false,
  GetKeyPolicy: false,
  GetParametersForImport: false,
  ImportKeyMaterial: false,
  ListKeyPolicies: false,
  ListResourceTags: false,
  ReplicateKey: false,
  RotateKeyOnDemand: false,
  TagResource: false,
  UntagResource: false,
  UpdateKeyDescription: false,
};

const works: readonly CaseRow[] = Object.entries(operations).map(([name, holds]) => [
  name,
  `${name} ${holds ? 'works' : 'does not work'} across accounts`,
  otherRole,
  letting(other),
  holds ? yes : no,
  { action: `kms:${name}` },
]);

const user = `arn:aws:iam::${other}:user/ada`;
const session = `arn:aws:sts::${other}:assumed-role/Partner/s1`;
const federated = `arn:aws:sts::${other}:federated-user/ada`;
const byRole = letting(otherRole);
const byAccount = letting(other);
const byEveryone = letting('*');

const sides: readonly CaseRow[] = [
  ['user', 'A user of another account', user, letting(user), yes],
  [
    'user-no-identity',
    'Whose own account does not allow',
    user,
    { ...letting(user), identity: [nothing] },
    no,
  ],
  ['session', 'A session of the role', session, byRole, yes],
  ['session-policy', 'A session policy limits it', session, { ...byRole, session: [nothing] }, no],
  ['boundary', 'A boundary limits the role', otherRole, { ...byRole, boundary: [nothing] }, no],
  ['federated', 'A federated user', federated, { ...byAccount, session: [all] }, yes],
  ['everyone', 'Everyone, with an Allow of the caller’s', otherRole, byEveryone, yes],
  ['everyone-no-identity', 'Without it', otherRole, { ...byEveryone, identity: [nothing] }, no],
  [
    'root',
    'The other account’s root user needs no Allow',
    otherRoot,
    { resource: byAccount.resource ?? null },
    yes,
  ],
  [
    'root-scp',
    'But its organisation’s',
    otherRoot,
    { resource: byAccount.resource ?? null, scp: [[nothing]] },
    no,
  ],
  [
    'root-by-role',
    'A grant to a role is none to the root user',
    otherRoot,
    { resource: byRole.resource ?? null },
    no,
  ],
  ['scp', 'The caller’s organisation limits', otherRole, { ...byRole, scp: [[nothing]] }, no],
  [
    'rcp',
    'The key’s organisation denies',
    otherRole,
    {
      ...byRole,
      rcp: [
        [
          doc(
            { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
            deny('kms:*', '*', { Principal: '*' }),
          ),
        ],
      ],
    },
    denied,
  ],
  [
    'identity-deny',
    'The caller’s account denies',
    otherRole,
    { ...byRole, identity: [all, doc(deny('kms:Decrypt'))] },
    denied,
  ],
  [
    'owner-delegation',
    'What is left to the key’s account is not left to others',
    otherRole,
    letting(own),
    no,
  ],
];

export const cases: readonly Case[] = [
  ...works.map(onKey).map(casesOf('kms-across', 'A8.3', page.keyForeign)),
  ...sides.map(onKey).map(casesOf('kms-sides', 'A8.3', page.keyForeign)),
];
