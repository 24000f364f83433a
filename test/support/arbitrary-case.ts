import fc from 'fast-check';
import type { Document, NaiveCase, Statement } from './naive/evaluate.ts';

// Cases over a small universe, in which everything collides with everything often.

const own = '111122223333';
const other = '444455556666';

const principals = [
  `arn:aws:iam::${own}:user/ada`,
  `arn:aws:iam::${own}:role/Train`,
  `arn:aws:sts::${own}:assumed-role/Train/s1`,
  `arn:aws:iam::${own}:root`,
  `arn:aws:iam::${other}:role/Train`,
  'anonymous',
];
const named = [...principals.slice(0, 5), own, other, '*'];
const actions = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 'kms:Decrypt'];
const actionPatterns = [
  ...actions,
  's3:*',
  's3:get*',
  '*',
  's3:?etObject',
  'kms:*',
  'S3:GETOBJECT',
];
const resources = [
  'arn:aws:s3:::a/x',
  'arn:aws:s3:::a/ada',
  'arn:aws:s3:::b/x',
  `arn:aws:kms:eu-west-1:${own}:key/k`,
];
const resourcePatterns = [
  ...resources,
  ...[
    '*',
    'arn:aws:s3:::a/*',
    'arn:aws:s3:::?/x',
    'arn:aws:s3:::*/x',
    'arn:aws:s3:::a/${aws:username}',
  ],
  ...["arn:aws:s3:::${aws:PrincipalTag/team, 'a'}/*", 'arn:aws:kms:*:*:key/*'],
];
const texts = ['a', 'b', 'ab'];

const conditions: fc.Arbitrary<
  readonly [operator: string, key: string, values: readonly string[]]
> = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      ...['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringEqualsIfExists'],
      ...['StringEqualsIgnoreCase', 'StringNotEqualsIfExists'],
    ),
    fc.constantFrom(
      'aws:PrincipalTag/team',
      'x:Key',
      'X:key',
      'aws:username',
      'aws:PrincipalAccount',
    ),
    fc.array(fc.constantFrom(...texts, 'a*', '?', 'A', own, '${aws:username}'), {
      minLength: 1,
      maxLength: 2,
    }),
  ),
  fc.tuple(
    fc.constantFrom(
      ...['ForAllValues:StringEquals', 'ForAnyValue:StringEquals', 'ForAllValues:StringNotLike'],
      ...['ForAnyValue:StringNotEquals', 'ForAnyValue:StringLike'],
    ),
    fc.constantFrom('aws:TagKeys', 'x:Missing'),
    fc.array(fc.constantFrom(...texts, 'a*'), { minLength: 1, maxLength: 2 }),
  ),
  fc.tuple(
    fc.constantFrom('ArnLike', 'ArnEquals', 'ArnNotLike', 'ArnNotEquals'),
    fc.constant('aws:PrincipalArn'),
    fc.array(
      fc.constantFrom(
        `arn:aws:iam::${own}:*`,
        'arn:aws:iam::*:role/Train',
        `arn:aws:iam::${own}:user/\${aws:username}`,
      ),
      { minLength: 1, maxLength: 2 },
    ),
  ),
  fc.tuple(
    fc.constantFrom('IpAddress', 'NotIpAddress', 'IpAddressIfExists'),
    fc.constant('aws:SourceIp'),
    fc.array(fc.constantFrom('10.0.0.0/8', '10.1.0.0/16', '192.0.2.1'), {
      minLength: 1,
      maxLength: 2,
    }),
  ),
  fc.tuple(
    fc.constantFrom(
      'NumericLessThan',
      'NumericGreaterThanEquals',
      'NumericNotEquals',
      'NumericEquals',
    ),
    fc.constant('x:Number'),
    fc.array(fc.constantFrom('5', '10', '9.5'), { minLength: 1, maxLength: 2 }),
  ),
  fc.tuple(
    fc.constantFrom('Bool', 'BoolIfExists'),
    fc.constant('aws:SecureTransport'),
    fc.array(fc.constantFrom('true', 'false'), { minLength: 1, maxLength: 1 }),
  ),
  fc.tuple(
    fc.constant('Null'),
    fc.constantFrom('x:Key', 'aws:TagKeys', 'aws:username', 'aws:PrincipalArn'),
    fc.array(fc.constantFrom('true', 'false'), { minLength: 1, maxLength: 1 }),
  ),
);

function list(values: readonly string[]): fc.Arbitrary<string | readonly string[]> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...values) },
    fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }),
  );
}

/** Half of all statements have no condition, or hardly anything would ever match. */
const condition = fc
  .oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    fc.array(conditions, { minLength: 1, maxLength: 2 }),
  )
  .map((all) => {
    const blocks: Record<string, Record<string, readonly string[]>> = {};
    for (const [operator, key, values] of all) blocks[operator] = { [key]: values };
    return all.length === 0 ? {} : { Condition: blocks };
  });

const action = fc.oneof(
  { weight: 4, arbitrary: list(actionPatterns).map((Action) => ({ Action })) },
  list(actions).map((NotAction) => ({ NotAction })),
);

const resource = fc.oneof(
  { weight: 4, arbitrary: list(resourcePatterns).map((Resource) => ({ Resource })) },
  list(resourcePatterns).map((NotResource) => ({ NotResource })),
);

function statement(
  effects: readonly Statement['Effect'][],
  withPrincipal: boolean,
): fc.Arbitrary<Statement> {
  const principal = fc.oneof(
    fc.constant('*' as const),
    list(named).map((AWS) => ({ AWS })),
  );
  return fc
    .tuple(fc.constantFrom(...effects), action, resource, condition, principal)
    .map(([Effect, ofAction, ofResource, ofCondition, Principal]) => ({
      Effect,
      ...ofAction,
      ...ofResource,
      ...ofCondition,
      ...(withPrincipal && { Principal }),
    }));
}

/** A quarter of the statements deny. */
const effects = ['Allow', 'Allow', 'Allow', 'Deny'] as const;

export const allowStatement = statement(['Allow'], false);
export const denyStatement = statement(['Deny'], false);

function documentOf(one: fc.Arbitrary<Statement>): fc.Arbitrary<Document> {
  return fc
    .tuple(
      fc.constantFrom('2012-10-17', '2012-10-17', '2008-10-17'),
      fc.array(one, { minLength: 1, maxLength: 3 }),
    )
    .map(([Version, Statement]) => ({ Version, Statement }));
}

const wide: Document = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
};
const wideForAll: Document = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: '*', Resource: '*', Principal: '*' },
};

const ownDocument = documentOf(statement(effects, false));
const resourceDocument = documentOf(statement(effects, true));

function layer(
  one: fc.Arbitrary<Document>,
  usual: Document,
): fc.Arbitrary<readonly Document[] | undefined> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 2, arbitrary: fc.constant([usual]) },
    fc.array(one, { maxLength: 2 }),
  );
}

const context = fc
  .record(
    {
      'aws:PrincipalTag/team': fc.constantFrom(...texts),
      'x:Key': fc.constantFrom(...texts, 'A'),
      'aws:TagKeys': fc.uniqueArray(fc.constantFrom(...texts), { maxLength: 2 }),
      'aws:SourceIp': fc.constantFrom('10.1.2.3', '10.2.3.4', '192.0.2.1'),
      'x:Number': fc.constantFrom('5', '9', '10'),
      'aws:SecureTransport': fc.constantFrom('true', 'false'),
    },
    { requiredKeys: [] },
  )
  // A key that is undefined is one that is not there.
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));

const policies = fc
  .record({
    identity: fc.array(ownDocument, { maxLength: 2 }),
    boundary: layer(ownDocument, wide),
    session: layer(ownDocument, wide),
    scp: fc.oneof(
      { weight: 3, arbitrary: fc.constant(undefined) },
      fc.array(
        layer(ownDocument, wide).map((one) => one ?? [wide]),
        { minLength: 1, maxLength: 2 },
      ),
    ),
    rcp: fc.oneof(
      { weight: 3, arbitrary: fc.constant(undefined) },
      fc.array(
        layer(resourceDocument, wideForAll).map((one) => one ?? [wideForAll]),
        { minLength: 1, maxLength: 2 },
      ),
    ),
    resource: fc.oneof(fc.constant(undefined), resourceDocument),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));

export const arbitraryCase: fc.Arbitrary<NaiveCase> = fc
  .record({
    principal: fc.constantFrom(...principals),
    action: fc.constantFrom(...actions),
    resource: fc.constantFrom(...resources),
    resourceAccount: fc.constantFrom(own, own, other),
    context,
    policies,
  })
  .map(({ policies: ofCase, ...request }) => ({ request, policies: ofCase }));
