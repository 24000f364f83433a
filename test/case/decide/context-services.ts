import type { JsonObject } from '../../../src/model/json.ts';
import type { CasePolicies } from '../../../src/decide/case.ts';
import {
  all,
  bucket,
  type CaseRow,
  casesOf,
  deny,
  doc,
  grant,
  nothing,
  other,
  otherRole,
} from './build.ts';
import { own, role, session } from './build.ts';
import { page, type Case } from './case.ts';

// Services that act for a resource, and the exceptions that a perimeter makes for them.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';
const name = 'cloudtrail.amazonaws.com';
const service = { service: name };
const trail = `arn:aws:cloudtrail:eu-west-1:${own}:trail/main`;

function named(condition: JsonObject): CasePolicies {
  return { resource: doc(grant({ Service: name }, { Condition: condition })) };
}

function source(arn: string, account: string): { context: Record<string, string> } {
  return { context: { 'aws:SourceArn': arn, 'aws:SourceAccount': account } };
}

const forTrail = named({ ArnLike: { 'aws:SourceArn': `arn:aws:cloudtrail:*:${own}:trail/*` } });
const forTrailExactly = named({ StringEquals: { 'aws:SourceArn': trail } });
const forAccount = named({ StringEquals: { 'aws:SourceAccount': [own, other] } });
const forBoth = named({
  StringEquals: { 'aws:SourceAccount': own },
  ArnEquals: { 'aws:SourceArn': trail },
});
const forOrganisation = named({ StringEquals: { 'aws:SourceOrgID': 'o-ours' } });

const deputy: readonly CaseRow[] = [
  ['arn', 'For a trail of the account', service, forTrail, yes, source(trail, own)],
  [
    'arn-other-account',
    'For a trail of another',
    service,
    forTrail,
    no,
    source(trail.replace(own, other), other),
  ],
  [
    'arn-other-type',
    'For something else of the account',
    service,
    forTrail,
    no,
    source(`arn:aws:s3:::${own}`, own),
  ],
  ['arn-none', 'For nothing', service, forTrail, no],
  ['arn-exact', 'For just this trail', service, forTrailExactly, yes, source(trail, own)],
  ['arn-exact-other', 'For another trail', service, forTrailExactly, no, source(`${trail}2`, own)],
  ['account', 'For one of two accounts', service, forAccount, yes, source(trail, other)],
  ['account-third', 'For a third', service, forAccount, no, source(trail, '999988887777')],
  ['both', 'Account and trail', service, forBoth, yes, source(trail, own)],
  ['both-half', 'The account, but another trail', service, forBoth, no, source(`${trail}2`, own)],
  [
    'organisation',
    'For an account of the organisation',
    service,
    forOrganisation,
    yes,
    { context: { 'aws:SourceOrgID': 'o-ours' } },
  ],
  [
    'organisation-other',
    'For one of another',
    service,
    forOrganisation,
    no,
    { context: { 'aws:SourceOrgID': 'o-theirs' } },
  ],
  [
    'other-service',
    'Another service for the same trail',
    { service: 'config.amazonaws.com' },
    forTrail,
    no,
    source(trail, own),
  ],
  ['role', 'A role that claims the trail is no service', role, forTrail, no, source(trail, own)],
  [
    'star',
    'Everyone, for the trail: that is the service',
    service,
    { resource: doc(grant('*', { Condition: { ArnEquals: { 'aws:SourceArn': trail } } })) },
    yes,
    source(trail, own),
  ],
  [
    'star-direct',
    'Everyone, for the trail: a direct call is for none',
    role,
    { resource: doc(grant('*', { Condition: { ArnEquals: { 'aws:SourceArn': trail } } })) },
    no,
  ],
  [
    'no-identity',
    'A service needs no identity policy, and none binds it',
    service,
    { ...forTrail, identity: [doc(deny())], boundary: [nothing], scp: [[nothing]] },
    yes,
    source(trail, own),
  ],
  [
    'name',
    'By its name as a key',
    service,
    {
      resource: doc(
        grant('*', { Condition: { StringEquals: { 'aws:PrincipalServiceName': name } } }),
      ),
    },
    yes,
  ],
  [
    'name-other',
    'Another name',
    service,
    {
      resource: doc(
        grant('*', {
          Condition: { StringEquals: { 'aws:PrincipalServiceName': 'x.amazonaws.com' } },
        }),
      ),
    },
    no,
  ],
  [
    'names',
    'By one of its names',
    service,
    {
      resource: doc(
        grant('*', {
          Condition: { 'ForAnyValue:StringEquals': { 'aws:PrincipalServiceNamesList': [name] } },
        }),
      ),
    },
    yes,
  ],
  [
    'names-role',
    'A role has none of them',
    role,
    {
      resource: doc(
        grant('*', {
          Condition: { 'ForAnyValue:StringEquals': { 'aws:PrincipalServiceNamesList': [name] } },
        }),
      ),
    },
    no,
  ],
];

/** Everyone but our organisation is kept out, with three ways to spare services. */
function perimeter(sparing: JsonObject): CasePolicies {
  const Condition = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-ours' }, ...sparing };
  return {
    identity: [all],
    resource: doc(grant('*'), deny('s3:*', `${bucket}/*`, { Principal: '*', Condition })),
  };
}

const sparingNone = perimeter({});
const sparing = perimeter({ BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } });
const sparingTooMany = perimeter({ Bool: { 'aws:PrincipalIsAWSService': 'false' } });
const sparingRole = perimeter({
  BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
  ArnNotLikeIfExists: { 'aws:PrincipalArn': `arn:aws:iam::${other}:role/Partner` },
});
const ours = { context: { 'aws:PrincipalOrgID': 'o-ours' } };
const theirs = { context: { 'aws:PrincipalOrgID': 'o-theirs' } };

const carveOuts: readonly CaseRow[] = [
  ['member', 'A member passes', session, sparing, yes, ours],
  ['foreigner', 'A member of another organisation does not', otherRole, sparing, denied, theirs],
  ['loner', 'Nor does an account in no organisation', otherRole, sparing, denied],
  ['service', 'A service passes', service, sparing, yes],
  ['stranger', 'A stranger does not', 'anonymous', sparing, denied],
  [
    'service-not-spared',
    'Without the exception a service does not, it has no organisation',
    service,
    sparingNone,
    denied,
  ],
  [
    'stranger-bool',
    'Bool instead of BoolIfExists lets strangers in: they lack the key',
    'anonymous',
    sparingTooMany,
    yes,
  ],
  ['foreigner-bool', 'But not foreigners', otherRole, sparingTooMany, denied, theirs],
  ['partner', 'A partner’s role may be spared', otherRole, sparingRole, yes, theirs],
  [
    'partner-other',
    'The partner’s other roles are not',
    `${otherRole}2`,
    sparingRole,
    denied,
    theirs,
  ],
  [
    'partner-session',
    'Sessions of the role are',
    `arn:aws:sts::${other}:assumed-role/Partner/s1`,
    sparingRole,
    yes,
    theirs,
  ],
  ['partner-stranger', 'A stranger has no ARN to be spared by', 'anonymous', sparingRole, denied],
];

export const cases: readonly Case[] = [
  ...deputy.map(casesOf('deputy', 'A6', page.keys)),
  ...carveOuts.map(casesOf('carve-out', 'A6', page.keys)),
];
