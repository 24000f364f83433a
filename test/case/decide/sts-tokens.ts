import {
  all,
  type CaseRow,
  casesOf,
  deny,
  doc,
  federatedUser,
  nothing,
  own,
  role,
  root,
} from './build.ts';
import { session, user } from './build.ts';
import type { Case } from './case.ts';

// Operations of STS that no policy controls, and those that temporary credentials cannot call.

const yes = 'allowed';
const no = 'implicitly-denied';
const comparison =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html';
const tokenPage = 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html';

const getToken = { action: 'sts:GetSessionToken', resource: '*' };
const federate = {
  action: 'sts:GetFederationToken',
  resource: `arn:aws:sts::${own}:federated-user/x`,
};
const decode = { action: 'sts:DecodeAuthorizationMessage', resource: '*' };
const identify = { action: 'sts:GetCallerIdentity', resource: '*' };

const tokens: readonly CaseRow[] = [
  ['user', 'A user gets a session token without permission', user, {}, yes, getToken],
  [
    'user-denied',
    'No Deny keeps it from that',
    user,
    { identity: [doc(deny('sts:*'))] },
    yes,
    getToken,
  ],
  ['root', 'The root user gets one', root, {}, yes, getToken],
];

const temporary: readonly CaseRow[] = [
  [
    'session-token',
    'Sessions of roles get no session token',
    session,
    { identity: [all] },
    no,
    getToken,
  ],
  ['session-federate', 'Nor federate others', role, { identity: [all] }, no, federate],
  [
    'user-federate',
    'Users federate others, if they are allowed to',
    user,
    { identity: [all] },
    yes,
    federate,
  ],
  ['user-federate-not', 'If they are not', user, { identity: [nothing] }, no, federate],
  [
    'federated-decode',
    'Federated users call nothing of STS',
    federatedUser,
    { identity: [all], session: [all] },
    no,
    decode,
  ],
  [
    'federated-token',
    'No session token either',
    federatedUser,
    { identity: [all], session: [all] },
    no,
    getToken,
  ],
  ['federated-identify', 'But may ask who they are', federatedUser, {}, yes, identify],
  [
    'session-decode',
    'Sessions of roles call the rest, if they are allowed to',
    session,
    { identity: [all] },
    yes,
    decode,
  ],
  ['session-decode-not', 'If they are not', session, { identity: [nothing] }, no, decode],
  ['root-identify', 'The root user may ask who it is', root, {}, yes, identify],
];

export const cases: readonly Case[] = [
  ...tokens.map(casesOf('sts-token', 'A7.4', tokenPage)),
  ...temporary.map(casesOf('sts-temporary', 'A7.4', comparison)),
];
