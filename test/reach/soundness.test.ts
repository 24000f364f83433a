import { expect } from 'chai';
import fc from 'fast-check';
import { compilePolicySet } from '../../src/decide/compile-policy-set.ts';
import { contextOf } from '../../src/decide/context.ts';
import { derivedContext } from '../../src/decide/derived-context.ts';
import { prepareRequest, type PreparedRequest } from '../../src/decide/prepared-request.ts';
import { parsePrincipalName } from '../../src/decide/principal.ts';
import type { JsonObject, JsonValue } from '../../src/model/json.ts';
import { parseDocument } from '../../src/policy/parse-policy.ts';
import { layerAllows } from '../../src/reach/layer-allows.ts';
import { grantsMoreThan } from '../../src/reach/questions.ts';

// The symbolic engine against trying every request of a small universe with the concrete one.

/** LEASTWISE_CASES=100000 for a long run. */
const numRuns = Number(process.env['LEASTWISE_CASES'] ?? 3000);
const account = '111122223333';

const actions = ['s3:GetObject', 's3:PutObject', 's3:ListBucket', 'sqs:SendMessage'];
const resources = [
  'arn:aws:s3:::a/x',
  'arn:aws:s3:::a/y',
  'arn:aws:s3:::b/x',
  'arn:aws:s3:::a',
  `arn:aws:sqs:eu-west-1:${account}:q`,
];

const list = (values: readonly string[]) =>
  fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });

const condition = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      'StringEquals',
      'StringNotEquals',
      'StringLike',
      'StringNotLike',
      'StringEqualsIfExists',
      'ForAllValues:StringEquals',
      'ForAnyValue:StringLike',
      'ForAnyValue:StringNotEquals',
    ),
    fc.constantFrom('x:A', 'x:B'),
    list(['a', 'b', 'a*', '*']),
  ),
  fc.tuple(
    fc.constantFrom('NumericLessThan', 'NumericGreaterThanEquals', 'NumericNotEquals'),
    fc.constant('x:N'),
    list(['1', '2']),
  ),
  fc.tuple(
    fc.constantFrom('IpAddress', 'NotIpAddress'),
    fc.constant('aws:SourceIp'),
    list(['10.0.0.0/8', '10.1.0.0/16']),
  ),
  fc.tuple(fc.constant('Bool'), fc.constant('aws:SecureTransport'), list(['true', 'false'])),
  fc.tuple(
    fc.constant('Null'),
    fc.constantFrom('x:A', 'x:N'),
    fc.constantFrom(['true'], ['false']),
  ),
);

const statement = fc
  .record({
    effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
    action: list([...actions, 's3:*', '*', 's3:Get*']),
    notAction: fc.integer({ min: 0, max: 5 }),
    resource: list([...resources, '*', 'arn:aws:s3:::a/*', 'arn:aws:s3:::?/x', 'arn:aws:s3:::*']),
    notResource: fc.integer({ min: 0, max: 5 }),
    conditions: fc.oneof(fc.constant([]), fc.array(condition, { maxLength: 2 })),
  })
  .map(({ effect, action, notAction, resource, notResource, conditions }): JsonObject => {
    const blocks: Record<string, Record<string, JsonValue>> = {};
    for (const [operator, key, values] of conditions) blocks[operator] = { [key]: values };
    return {
      Effect: effect,
      [notAction === 0 ? 'NotAction' : 'Action']: action,
      [notResource === 0 ? 'NotResource' : 'Resource']: resource,
      Condition: blocks,
    };
  });

const tag = 'aws:PrincipalTag/T';
const variable = '${aws:PrincipalTag/T}';

/** Of what is hard: sets with several values, policy variables, wildcards that may take colons. */
const hardCondition = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      ...['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLikeIfExists'],
      ...['ForAllValues:StringLike', 'ForAnyValue:StringEquals', 'ForAnyValue:StringNotLike'],
      ...['ForAnyValue:StringEqualsIfExists', 'ForAllValues:StringNotEquals'],
    ),
    fc.constantFrom('x:A', 'x:A', tag),
    list(['a', 'b', 'a*', variable, `${variable}b`, '*']),
  ),
  fc.tuple(fc.constant('Null'), fc.constantFrom('x:A', tag), fc.constantFrom(['true'], ['false'])),
);

const hardStatement = fc
  .record({
    effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
    action: list(['s3:GetObject', 's3:*', 'sqs:SendMessage']),
    resource: list([
      ...['*', 'arn:aws:s3:::a/*', 'arn:aws:s3:::a/x', 'arn:aws:s3:::*/a'],
      ...[`arn:aws:s3:::a/${variable}`, `arn:aws:s3:::${variable}/*`],
      ...['arn:aws:sqs:*:q', 'arn:aws:sqs:*:*:*', 'arn:aws:sqs:*::q', 'arn:aws:sqs:eu*:q*'],
    ]),
    notResource: fc.integer({ min: 0, max: 3 }),
    conditions: fc.array(hardCondition, { maxLength: 2 }),
  })
  .map(({ effect, action, resource, notResource, conditions }): JsonObject => {
    const blocks: Record<string, Record<string, JsonValue>> = {};
    for (const [operator, key, values] of conditions) blocks[operator] = { [key]: values };
    return {
      Effect: effect,
      Action: action,
      [notResource === 0 ? 'NotResource' : 'Resource']: resource,
      Condition: blocks,
    };
  });

function documentOf(one: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  return fc
    .array(one, { minLength: 1, maxLength: 3 })
    .map((all): JsonObject => ({ Version: '2012-10-17', Statement: all }));
}

const principal = parsePrincipalName(`arn:aws:iam::${account}:role/leastwise-witness`);

type Written = Parameters<typeof contextOf>[0];
type Pair = readonly [action: string, resource: string];

/** Every request of a universe. */
function requests(
  pairs: readonly Pair[],
  contexts: readonly Written[],
): readonly PreparedRequest[] {
  if (principal === undefined) throw new Error('no principal');
  return pairs.flatMap(([action, resource]) =>
    contexts.map((context) =>
      prepareRequest(
        {
          principal,
          action,
          resource,
          resourceAccount: account,
          context: derivedContext(principal, account, contextOf(context)),
        },
        false,
      ),
    ),
  );
}

/** Each action with the resources of its own type. */
const plainPairs: readonly Pair[] = [
  ...['s3:GetObject', 's3:PutObject'].flatMap((action) =>
    resources.slice(0, 3).map((one): Pair => [action, one]),
  ),
  ['s3:ListBucket', 'arn:aws:s3:::a'],
  ['sqs:SendMessage', resources[4] ?? ''],
];

function plainContexts(): readonly Written[] {
  return [undefined, ['a'], ['b'], ['ab'], ['c']].flatMap((a) =>
    [undefined, ['a'], ['c']].flatMap((b) =>
      [undefined, '0', '1', '2'].flatMap((n) =>
        ['10.1.2.3', '10.2.0.1', '192.0.2.1', undefined].flatMap((ip) =>
          ['true', 'false'].map((tls) => ({
            ...(a && { 'x:A': a }),
            ...(b && { 'x:B': b }),
            ...(n !== undefined && { 'x:N': n }),
            ...(ip !== undefined && { 'aws:SourceIp': ip }),
            'aws:SecureTransport': tls,
          })),
        ),
      ),
    ),
  );
}

const hardPairs: readonly Pair[] = [
  ...['arn:aws:s3:::a/x', 'arn:aws:s3:::a/a', 'arn:aws:s3:::b/a', 'arn:aws:s3:::ab/b'].map(
    (one): Pair => ['s3:GetObject', one],
  ),
  ...[`eu-west-1:${account}:q`, 'eu-west-1::q', `eu-west-1:${account}:q:q`].map((rest): Pair => [
    'sqs:SendMessage',
    `arn:aws:sqs:${rest}`,
  ]),
];

function hardContexts(): readonly Written[] {
  const sets = [['a'], ['b'], ['ab'], ['c'], [''], ['a', 'b'], ['a', 'c'], ['ab', 'c', 'b'], []];
  return [undefined, ...sets].flatMap((a) =>
    [undefined, 'a', 'b', 'x', 'ab'].map((t) => ({
      ...(a && { 'x:A': a }),
      ...(t !== undefined && { [tag]: t }),
    })),
  );
}

interface Universe {
  readonly requests: readonly PreparedRequest[];
  readonly documents: fc.Arbitrary<JsonObject>;
}

/** How often each answer came; throws if a `no` is wrong. */
function answersIn({ requests: all, documents }: Universe): Record<'no' | 'yes' | 'may', number> {
  const seen = { no: 0, yes: 0, may: 0 };
  const layerOf = (one: JsonObject) =>
    compilePolicySet({ identity: [{ name: 'policy', ...parseDocument(one) }] }).identity;
  fc.assert(
    fc.property(documents, documents, (fresh, existing) => {
      const answer = grantsMoreThan(fresh, existing, { type: 'identity', account });
      seen[answer.is] += 1;
      if (answer.is !== 'no') return;
      const [granting, limit] = [layerOf(fresh), layerOf(existing)];
      const beyond = all.find(
        (request) => layerAllows(granting, request) === 2 && layerAllows(limit, request) === 0,
      );
      expect(beyond, JSON.stringify(beyond)).to.equal(undefined);
    }),
    { numRuns },
  );
  return { no: seen.no / numRuns, yes: seen.yes / numRuns, may: seen.may / numRuns };
}

describe('The symbolic engine', function () {
  this.timeout(3_600_000);

  it('never disagrees with trying every request', () => {
    const all = requests(plainPairs, plainContexts());
    const seen = answersIn({ requests: all, documents: documentOf(statement) });
    // Neither answer is an accident, and doubt is rare.
    expect(seen.no).to.be.above(0.1);
    expect(seen.yes).to.be.above(0.1);
    expect(seen.may).to.be.below(0.02);
  });

  it('nor with variables, sets of values and wildcards that may take colons', () => {
    const all = requests(hardPairs, hardContexts());
    const seen = answersIn({ requests: all, documents: documentOf(hardStatement) });
    expect(seen.no).to.be.above(0.1);
    expect(seen.yes).to.be.above(0.1);
  });
});
