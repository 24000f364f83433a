import type { CasePolicies } from '../../../src/decide/case.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import {
  all,
  bucket,
  type CaseRow,
  casesOf,
  deny,
  doc,
  grant,
  otherRole,
  role,
  root,
  user,
} from './build.ts';
import { page, type Case } from './case.ts';

// Where a request comes from, and through what.

const yes = 'allowed';
const denied = 'explicitly-denied';

function denyIf(condition: JsonObject): CasePolicies {
  return { identity: [all, doc(deny('*', '*', { Condition: condition }))] };
}

/** A bucket policy that is open but for a Deny under a condition. */
function keptOutIf(condition: JsonObject): CasePolicies {
  return {
    identity: [all],
    resource: doc(
      grant('*'),
      deny('s3:*', `${bucket}/*`, { Principal: '*', Condition: condition }),
    ),
  };
}

const endpointOnly = keptOutIf({ StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } });
const vpcOnly = keptOutIf({ StringNotEquals: { 'aws:SourceVpc': 'vpc-111bbb22' } });
const officeOnly = denyIf({
  NotIpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '203.0.113.0/24'] },
  Bool: { 'aws:ViaAWSService': 'false' },
});
const officeAlways = denyIf({ NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } });
const inside = denyIf({
  NotIpAddressIfExists: { 'aws:SourceIp': '192.0.2.0/24' },
  StringNotEqualsIfExists: { 'aws:SourceVpc': 'vpc-111bbb22' },
  Bool: { 'aws:ViaAWSService': 'false' },
});
const europe = denyIf({
  StringNotEquals: { 'aws:RequestedRegion': ['eu-central-1', 'eu-west-1'] },
});

const network: readonly CaseRow[] = [
  [
    'endpoint',
    'Through the endpoint',
    role,
    endpointOnly,
    yes,
    { context: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } },
  ],
  [
    'endpoint-other',
    'Through another',
    role,
    endpointOnly,
    denied,
    { context: { 'aws:SourceVpce': 'vpce-9' } },
  ],
  [
    'endpoint-internet',
    'From the internet there is no endpoint',
    role,
    endpointOnly,
    denied,
    { context: { 'aws:SourceIp': '192.0.2.1' } },
  ],
  ['endpoint-anonymous', 'Nor for strangers', 'anonymous', endpointOnly, denied],
  ['endpoint-root', 'The root user is kept out too', root, endpointOnly, denied],
  ['vpc', 'From the VPC', role, vpcOnly, yes, { context: { 'aws:SourceVpc': 'vpc-111bbb22' } }],
  [
    'vpc-other-account',
    'From the VPC, but of another account',
    otherRole,
    vpcOnly,
    yes,
    { context: { 'aws:SourceVpc': 'vpc-111bbb22' } },
  ],
  [
    'office',
    'From the office',
    user,
    officeOnly,
    yes,
    { context: { 'aws:SourceIp': '203.0.113.5' } },
  ],
  [
    'office-elsewhere',
    'From elsewhere',
    user,
    officeOnly,
    denied,
    { context: { 'aws:SourceIp': '198.51.100.5' } },
  ],
  [
    'office-through-service',
    'A service in between has another address',
    user,
    officeOnly,
    yes,
    { context: { 'aws:SourceIp': '198.51.100.5', 'aws:ViaAWSService': 'true' } },
  ],
  [
    'office-always',
    'Without that exception it is kept out',
    user,
    officeAlways,
    denied,
    { context: { 'aws:SourceIp': '198.51.100.5', 'aws:ViaAWSService': 'true' } },
  ],
  [
    'office-endpoint',
    'Through an endpoint there is no address',
    user,
    officeAlways,
    denied,
    { context: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } },
  ],
  [
    'inside-vpc',
    'One of two networks: the VPC is enough for its key alone',
    role,
    inside,
    yes,
    { context: { 'aws:SourceVpc': 'vpc-111bbb22' } },
  ],
  [
    'inside-neither',
    'Neither network',
    role,
    inside,
    denied,
    { context: { 'aws:SourceIp': '198.51.100.5' } },
  ],
  ['inside-office', 'The office', role, inside, yes, { context: { 'aws:SourceIp': '192.0.2.5' } }],
  [
    'region',
    'A region of the list',
    role,
    europe,
    yes,
    { context: { 'aws:RequestedRegion': 'eu-west-1' } },
  ],
  [
    'region-other',
    'Another region',
    role,
    europe,
    denied,
    { context: { 'aws:RequestedRegion': 'us-east-1' } },
  ],
  [
    'via-service',
    'A call that a service passes on',
    role,
    denyIf({ Bool: { 'aws:ViaAWSService': 'true' } }),
    denied,
    { context: { 'aws:ViaAWSService': 'true' } },
  ],
  ['via-none', 'A direct call', role, denyIf({ Bool: { 'aws:ViaAWSService': 'true' } }), yes],
  [
    'via-first',
    'The first service of a chain',
    role,
    denyIf({ StringEquals: { 'aws:CalledViaFirst': 'athena.amazonaws.com' } }),
    denied,
    {
      context: {
        'aws:CalledVia': ['athena.amazonaws.com', 'glue.amazonaws.com'],
        'aws:CalledViaFirst': 'athena.amazonaws.com',
        'aws:CalledViaLast': 'glue.amazonaws.com',
      },
    },
  ],
];

export const cases: readonly Case[] = network.map(casesOf('network', 'A6', page.keys));
