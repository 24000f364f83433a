import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../src/model/json.ts';
import { accountId } from './build.ts';
import { list, oneIn } from './arbitrary-list.ts';
import { keyArn } from './key.ts';

// Statements of a small account: few names and few values, so that policies and requests meet often.

export const trainArn = `arn:aws:iam::${accountId}:role/train`;
export const scoreArn = `arn:aws:iam::${accountId}:role/score`;
export const sessionArn = `arn:aws:sts::${accountId}:assumed-role/train/s1`;
export const pointArn = `arn:aws:s3:eu-west-1:${accountId}:accesspoint/partners`;
export const partner = '444455556666';
const own = accountId;
const vpc = 'aws:SourceVpce';

type Block = readonly [operators: readonly string[], key: string, values: readonly string[]];

const equal = ['StringEquals', 'StringNotEquals'] as const;
const like = ['StringLike', 'StringNotLike'] as const;
const switches = ['true', 'false'] as const;

/** Conditions on who calls. */
const ofCaller: readonly Block[] = [
  [equal, 'aws:PrincipalOrgID', ['o-ours', 'o-theirs']],
  [['ForAnyValue:StringLike'], 'aws:PrincipalOrgPaths', ['o-ours/r-1/*', 'o-ours/r-2/*']],
  [[...equal, ...like], 'aws:PrincipalAccount', [own, partner, '777788889999', '4444*']],
  [
    ['ArnLike', 'ArnNotLike', 'StringLike'],
    'aws:PrincipalArn',
    [trainArn, `arn:aws:iam::${partner}:role/*`, 'arn:aws:iam::*:user/*', `arn:aws:iam::${own}:*`],
  ],
  [equal, 'aws:PrincipalType', ['User', 'AssumedRole', 'Account']],
  [like, 'aws:userid', ['AROATRAIN:*', 'AROATRAIN:s1', 'AIDAADA', '*:s2', 'AROA*']],
  [[...equal, 'StringEqualsIfExists'], 'aws:username', ['ada', 'bob']],
  [[...equal, ...like], 'aws:PrincipalTag/team', ['fraud', 'nlp', '${aws:ResourceTag/team}', 'f*']],
  [['Null'], 'aws:PrincipalTag/team', switches],
  [['Bool', 'BoolIfExists'], 'aws:MultiFactorAuthPresent', switches],
  [equal, 'aws:PrincipalServiceName', ['logs.amazonaws.com', 'sagemaker.amazonaws.com']],
  [['Bool', 'BoolIfExists'], 'aws:PrincipalIsAWSService', switches],
  [equal, 'aws:SourceAccount', [own, partner]],
  [['ArnLike', 'ArnNotLikeIfExists'], 'aws:SourceArn', [`arn:aws:logs:*:${own}:*`]],
  [[...like, 'Null'], 'aws:SourceIdentity', ['true', 'ada']],
];

/** Conditions on how the request comes, and what it is for. */
const ofRequest: readonly Block[] = [
  [['IpAddress', 'NotIpAddress', 'NotIpAddressIfExists'], 'aws:SourceIp', ['10.0.0.0/8']],
  [[...equal, 'StringNotEqualsIfExists'], vpc, ['vpce-1', 'vpce-2']],
  [['Bool'], 'aws:SecureTransport', switches],
  [['Bool', 'BoolIfExists'], 'aws:ViaAWSService', switches],
  [['ForAnyValue:StringEquals'], 'aws:CalledVia', ['athena.amazonaws.com']],
  [[...equal, 'StringEqualsIfExists'], 'kms:ViaService', ['s3.eu-west-1.amazonaws.com']],
  [equal, 'kms:CallerAccount', [own, partner]],
  [like, 'kms:EncryptionContext:aws:s3:arn', ['arn:aws:s3:::models/a/*', 'arn:aws:s3:::models*']],
  [equal, 'aws:ResourceTag/team', ['fraud', 'nlp', '${aws:PrincipalTag/team}']],
  [equal, 's3:ExistingObjectTag/class', ['open']],
  [[...equal, 'Null'], 's3:x-amz-server-side-encryption', ['aws:kms', 'AES256']],
  [equal, 's3:DataAccessPointAccount', [own]],
  [['Null'], 's3:DataAccessPointArn', switches],
  [equal, 'aws:ResourceAccount', [own]],
  [['DateLessThan', 'DateGreaterThan'], 'aws:CurrentTime', ['2020-01-01T00:00:00Z', '2020-01-01']],
];

/** Every key of the conditions. */
export const conditionKeys: readonly string[] = [
  ...new Set([...ofCaller, ...ofRequest].map(([, key]) => key)),
];

const block = oneIn([...ofCaller, ...ofRequest]).chain(([operators, key, values]) =>
  fc.tuple(oneIn(operators), list(values)).map(([operator, value]) => {
    // Null takes a switch and nothing else.
    const fits = operator === 'Null' ? 'true' : value;
    return { [operator]: { [key]: fits } };
  }),
);

const condition = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 4, arbitrary: block.map((one) => ({ Condition: one })) },
  {
    weight: 1,
    arbitrary: fc.tuple(block, block).map(([a, b]) => ({ Condition: { ...a, ...b } })),
  },
);

const effect = fc.oneof(
  { weight: 3, arbitrary: fc.constant('Allow') },
  { weight: 1, arbitrary: fc.constant('Deny') },
);

const s3Actions = ['s3:GetObject', 's3:Get*', 's3:*', '*', 's3:PutObject', 's3:ListBucket'];
const kmsActions = ['kms:Decrypt', 'kms:*', 'kms:GenerateDataKey*', '*'];
const objects = [
  ...['arn:aws:s3:::models/*', 'arn:aws:s3:::models/a/*', 'arn:aws:s3:::models/b', '*'],
  ...['arn:aws:s3:::models/${aws:username}/*', 'arn:aws:s3:::models/${aws:PrincipalTag/team}/*'],
  ...['arn:aws:s3:::mod*', 'arn:aws:s3:::models', 'arn:aws:s3:::models/${aws:userid}/*'],
];
const pointObjects = [`${pointArn}/object/*`, `${pointArn}/object/a/*`, pointArn, '*'];

function element(
  name: string,
  values: readonly string[],
  negated = 12,
): fc.Arbitrary<{ readonly [key: string]: JsonValue }> {
  return fc
    .tuple(fc.integer({ min: 0, max: negated }), list(values))
    .map(([at, value]) => ({ [at === 0 ? `Not${name}` : name]: value as JsonValue }));
}

type Part = fc.Arbitrary<{ readonly [key: string]: JsonValue }>;

function statement(...parts: readonly Part[]): fc.Arbitrary<JsonObject> {
  return fc
    .tuple(effect, condition, ...parts)
    .map(([Effect, when, ...rest]) => Object.assign({ Effect }, ...rest, when) as JsonObject)
    .filter(keepsToItsService);
}

/** Keys of one service are for its actions alone. */
function keepsToItsService(one: JsonObject): boolean {
  const services = JSON.stringify(one['Condition'] ?? '').match(/"(s3|kms):(?=[a-zA-Z-]+[":/])/g);
  if (services === null) return true;
  const actions = JSON.stringify(one['Action'] ?? '*').match(/"[^"]+"/g) ?? [];
  return actions.every((action) => services.every((service) => action.startsWith(service)));
}

const principal = oneIn<JsonValue>([
  ...['*', { AWS: '*' }, { AWS: `arn:aws:iam::${own}:root` }, { AWS: partner }],
  ...[{ AWS: trainArn }, { AWS: `arn:aws:iam::${own}:user/ada` }, { AWS: sessionArn }],
  ...[{ AWS: `arn:aws:iam::${partner}:role/reader` }, { AWS: `arn:aws:iam::${partner}:user/eve` }],
  ...[{ Service: 'sagemaker.amazonaws.com' }, { Service: ['logs.amazonaws.com'] }],
  { AWS: [partner, trainArn] },
]);

const principals = fc
  .tuple(fc.integer({ min: 0, max: 20 }), principal)
  .map(([at, value]) => ({ [at === 0 && value !== '*' ? 'NotPrincipal' : 'Principal']: value }));

export const identityStatement = fc.oneof(
  { weight: 3, arbitrary: statement(element('Action', s3Actions), element('Resource', objects)) },
  {
    weight: 1,
    arbitrary: statement(element('Action', s3Actions), element('Resource', pointObjects)),
  },
  {
    weight: 2,
    arbitrary: statement(
      element('Action', [...kmsActions, 'sts:AssumeRole']),
      element('Resource', ['*', keyArn()]),
    ),
  },
);

export const bucketStatement = statement(
  element('Action', s3Actions),
  element('Resource', objects),
  principals,
);

export const pointStatement = statement(
  element('Action', s3Actions),
  element('Resource', pointObjects),
  principals,
);

export const keyStatement = fc.oneof(
  { weight: 1, arbitrary: fc.constant(delegation()) },
  {
    weight: 2,
    arbitrary: statement(element('Action', kmsActions), element('Resource', ['*']), principals),
  },
);

function delegation(): JsonObject {
  const root = { AWS: `arn:aws:iam::${own}:root` };
  return { Effect: 'Allow', Action: 'kms:*', Resource: '*', Principal: root };
}

export const trustStatement = statement(
  element('Action', ['sts:AssumeRole', 'sts:*', 'sts:TagSession', 'sts:SetSourceIdentity'], 99),
  principals,
);

export const organizationStatement = fc
  .tuple(
    element('Action', [...s3Actions, ...kmsActions]),
    element('Resource', [...objects, ...pointObjects]),
    condition,
  )
  .map((parts) => Object.assign({ Effect: 'Deny' }, ...parts) as JsonObject)
  .filter(keepsToItsService);
