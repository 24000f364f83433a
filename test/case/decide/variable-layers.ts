import { all, allow, type CaseRow, casesOf, doc, grant, session, user } from './build.ts';
import { page, type Case } from './case.ts';

// Every kind of policy may have variables.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';

const shared = 'arn:aws:s3:::amzn-s3-demo-bucket';
const mine = `${shared}/\${aws:username}/*`;
const object = (key: string): { resource: string } => ({ resource: `${shared}/${key}` });

const everywhere: readonly CaseRow[] = [
  [
    'in-boundary',
    'In a boundary',
    user,
    { identity: [all], boundary: [doc(allow('s3:*', mine))] },
    no,
    object('jonas/a'),
  ],
  [
    'in-boundary-own',
    'In a boundary, the own',
    user,
    { identity: [all], boundary: [doc(allow('s3:*', mine))] },
    yes,
    object('maria/a'),
  ],
  [
    'in-scp',
    'In a service control policy',
    user,
    { identity: [all], scp: [[all, doc({ Effect: 'Deny', Action: 's3:*', NotResource: mine })]] },
    denied,
    object('jonas/a'),
  ],
  [
    'in-scp-own',
    'In a service control policy, the own',
    user,
    { identity: [all], scp: [[all, doc({ Effect: 'Deny', Action: 's3:*', NotResource: mine })]] },
    yes,
    object('maria/a'),
  ],
  [
    'in-session',
    'In a session policy',
    session,
    { identity: [all], session: [doc(allow('s3:*', `${shared}/\${aws:PrincipalTag/team}/*`))] },
    yes,
    { ...object('ml/a'), context: { 'aws:PrincipalTag/team': 'ml' } },
  ],
  [
    'in-endpoint',
    'In an endpoint policy',
    user,
    { identity: [all], endpoint: [doc(allow('s3:*', mine, { Principal: '*' }))] },
    no,
    object('jonas/a'),
  ],
  [
    'in-resource',
    'In a resource policy',
    user,
    { resource: doc(allow('s3:*', mine, { Principal: '*' })) },
    yes,
    object('maria/a'),
  ],
  [
    'in-resource-other',
    'In a resource policy, another’s',
    user,
    { resource: doc(allow('s3:*', mine, { Principal: '*' })) },
    no,
    object('jonas/a'),
  ],
  [
    'in-resource-condition',
    'In a condition of a resource policy',
    user,
    {
      resource: doc(
        grant('*', {
          Condition: { StringEquals: { 'aws:PrincipalAccount': '${aws:ResourceAccount}' } },
        }),
      ),
    },
    yes,
  ],
];

export const cases: readonly Case[] = everywhere.map(casesOf('variables', 'A5.5', page.variables));
