import {
  all,
  allow,
  bucket,
  type CaseRow,
  casesOf,
  deny,
  doc,
  federatedUser,
  grant,
  nothing,
  object,
  own,
  role,
  session,
  user,
} from './build.ts';
import { page, type Case } from './case.ts';

// Session policies, and the sessions of federated users.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';
const unknown = 'unknown';

const readOnly = doc(allow(['s3:Get*', 's3:List*']));

const sessions: readonly CaseRow[] = [
  [
    'two-session-policies',
    'Session policies of one session add up',
    session,
    { identity: [all], session: [doc(allow('ec2:*')), readOnly] },
    yes,
  ],
  [
    'deny-in-second',
    'A Deny in any of them wins',
    session,
    { identity: [all], session: [all, doc(deny('s3:GetObject', object))] },
    denied,
  ],
  [
    'resource-of-session-policy',
    'A session policy may be about other objects',
    session,
    { identity: [all], session: [doc(allow('s3:*', `${bucket}/other/*`))] },
    no,
    { resource: `${bucket}/this/a` },
  ],
  [
    'boundary-and-session',
    'What neither boundary nor session policy takes away stays',
    session,
    { identity: [all], boundary: [doc(allow('s3:*'))], session: [readOnly] },
    yes,
  ],
  [
    'boundary-cuts-session',
    'What the session policy leaves the boundary may take away',
    session,
    { identity: [all], boundary: [doc(allow('ec2:*'))], session: [readOnly] },
    no,
  ],
  [
    'grant-to-role-cut-by-session',
    'A grant to the role is limited by the session policy',
    session,
    { session: [doc(allow('ec2:*'))], resource: doc(grant({ AWS: role })) },
    no,
  ],
  [
    'grant-to-session-not-cut',
    'A grant to the session itself is not',
    session,
    { session: [doc(allow('ec2:*'))], resource: doc(grant({ AWS: session })) },
    yes,
  ],
  [
    'grant-to-session-denied',
    'But a Deny in the session policy wins over it',
    session,
    {
      session: [doc(allow('ec2:*'), deny('s3:*'))],
      resource: doc(grant({ AWS: session })),
    },
    denied,
  ],
  [
    'grant-to-session-under-scp',
    'And service control policies limit it',
    session,
    { scp: [[doc(allow('ec2:*'))]], resource: doc(grant({ AWS: session })) },
    no,
  ],
  [
    'grant-to-session-and-boundary-deny',
    'And a Deny in the boundary wins over it',
    session,
    { boundary: [all, doc(deny('s3:*'))], resource: doc(grant({ AWS: session })) },
    denied,
  ],
  [
    'grant-to-user-under-scp',
    'Service control policies limit what a resource policy grants to a user',
    user,
    { scp: [[doc(allow('ec2:*'))]], resource: doc(grant({ AWS: user })) },
    no,
  ],
];

const federated: readonly CaseRow[] = [
  [
    'named-without-session-policy',
    'A resource policy may name the federated session',
    federatedUser,
    { identity: [all], resource: doc(grant({ AWS: federatedUser })) },
    yes,
  ],
  [
    'named-silent-user',
    'It then needs nothing of its user',
    federatedUser,
    { identity: [nothing], session: [nothing], resource: doc(grant({ AWS: federatedUser })) },
    yes,
  ],
  [
    'other-session-named',
    'Another session is named',
    federatedUser,
    { identity: [all], resource: doc(grant({ AWS: `${federatedUser}2` })) },
    no,
  ],
  [
    'session-beyond-user',
    'The session policy gives nothing that the user does not have',
    federatedUser,
    { identity: [doc(allow('ec2:*'))], session: [all] },
    no,
  ],
  [
    'user-beyond-session',
    'The user’s policies give nothing that the session policy does not have',
    federatedUser,
    { identity: [all], session: [doc(allow('ec2:*'))] },
    no,
  ],
  [
    'account-named',
    'A grant to the account gives nothing without a session policy',
    federatedUser,
    { identity: [all], resource: doc(grant({ AWS: own })) },
    no,
  ],
  [
    'issuer-named',
    'A grant to a user reaches that user’s sessions; whose session it is, its ARN does not tell',
    federatedUser,
    { identity: [nothing], session: [all], resource: doc(grant({ AWS: user })) },
    unknown,
  ],
  [
    'issuer-named-session-silent',
    'The session policy limits a grant to the user',
    federatedUser,
    { identity: [nothing], session: [nothing], resource: doc(grant({ AWS: user })) },
    no,
  ],
  [
    'no-user-name',
    'A federated user is no IAM user of that name',
    federatedUser,
    { session: [all], resource: doc(grant({ AWS: own.replace('1', '9') })) },
    no,
  ],
];

export const cases: readonly Case[] = [
  ...sessions.map(casesOf('session', 'A2', page.sessions)),
  ...federated.map(casesOf('federated', 'A2', page.federation)),
];
