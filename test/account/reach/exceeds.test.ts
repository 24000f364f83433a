import { expect } from 'chai';
import fc from 'fast-check';
import { findPrincipal } from '../../../src/account/access/find-principal.ts';
import { requestContext } from '../../../src/account/access/request-context.ts';
import { sidesOf } from '../../../src/account/access/sides.ts';
import type { Account } from '../../../src/account/account.ts';
import { ownSubject } from '../../../src/account/reach/own-side-keys.ts';
import { exceeds } from '../../../src/account/reach/exceeds.ts';
import { compileLayer } from '../../../src/decide/compile-policy-set.ts';
import { prepareRequest } from '../../../src/decide/prepared-request.ts';
import type { Tri } from '../../../src/decide/tri.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import type { Fields } from '../../../src/model/resource.ts';
import { UserError } from '../../../src/model/user-error.ts';
import { parseDocument } from '../../../src/policy/parse-policy.ts';
import { layerAllows } from '../../../src/reach/layer-allows.ts';
import { conditionKeys, identityStatement } from '../../support/arbitrary-account-statement.ts';
import { accountOf, accountParts } from '../../support/arbitrary-account.ts';
import {
  canDo,
  concreteRequest,
  questions,
  sampleRequests,
  type ConcreteRequest,
} from '../../support/account-request.ts';
import { accountId, build } from '../../support/build.ts';
import { keyArn } from '../../support/key.ts';
import { policyOf } from '../../support/policy.ts';
import {
  about,
  accountWith,
  delegation,
  iam,
  keyWith,
  models,
  roleNamed,
  trustOf,
  when,
} from '../../support/reach-world.ts';

/** LEASTWISE_CASES=20000 for a long run. */
const numRuns = Number(process.env['LEASTWISE_CASES'] ?? 400);

function specificationOf(statements: readonly JsonObject[]): JsonObject {
  return { Version: '2012-10-17', Statement: [...statements] };
}

/** Whether the specification allows the request, as the principal of the account makes it. */
function isSpecified(
  account: Account,
  specification: JsonObject,
  { action, ...request }: ConcreteRequest & { readonly action: string },
): Tri {
  const sides = sidesOf(account);
  const { principal, resource, context } = request;
  const given = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  const side = sides.resource(resource);
  const all = requestContext({
    account,
    principal: sides.principal(principal),
    resource: side,
    organization: sides.organization,
    given: context,
    without: conditionKeys.filter((key) => !given.has(key.toLowerCase())),
    forwarded: false,
  });
  const layer = compileLayer({ layer: 'identity' }, [
    { name: 'specification', ...parseDocument(specification) },
  ]);
  const prepared = { principal, action, resource, resourceAccount: side.account, context: all };
  return layerAllows(layer, prepareRequest(prepared, false));
}

const broad = { Effect: 'Allow', Action: '*', Resource: '*' };

/** What the role of the account says itself, or nearly, or something else. */
const specifications = fc.tuple(
  fc.constantFrom('own', 'own and more', 'other', 'all but'),
  fc.array(identityStatement, { minLength: 1, maxLength: 3 }),
);

function specificationFor(
  account: Account,
  [how, others]: readonly [string, readonly JsonObject[]],
): JsonObject {
  const inline = account.all('iam.role')[0]?.inlinePolicies;
  const own =
    inline?.state === 'present'
      ? inline.value.flatMap(({ document }) => (document as JsonObject)['Statement'] ?? [])
      : [];
  const statements = own as readonly JsonObject[];
  if (how === 'own') return specificationOf(statements);
  if (how === 'own and more') return specificationOf([...statements, ...others]);
  if (how === 'other') return specificationOf(others);
  return specificationOf([broad, ...others.map((one) => ({ ...one, Effect: 'Deny' }))]);
}

const reads = about('Allow');
const admin = about('Allow', { Action: 's3:*', Resource: '*' });
const boundaryArn = `${iam}:policy/limit`;
const limited = { permissionsBoundary: present(boundaryArn) };

function boundary(...statements: readonly JsonObject[]) {
  return build('iam.policy', { document: present(policyOf(...statements)) }, { id: boundaryArn });
}

function train(statements: readonly JsonObject[], fields: Partial<Fields<'iam.role'>> = {}) {
  const trustPolicy = trustOf({ Service: 'sagemaker.amazonaws.com' });
  return roleNamed('train', statements, { trustPolicy, ...fields });
}

function toTrain(more: JsonObject = {}): JsonObject {
  return about('Allow', { Principal: { AWS: `${iam}:role/train` }, ...more });
}

const grantToTrain = {
  ...{ id: 'g', grantee: `${iam}:role/train`, retiring: null, issuer: null },
  ...{ operations: ['Decrypt'], encryptionContextEquals: null, encryptionContextSubset: null },
};

const grantToAccount = { ...grantToTrain, grantee: `${iam}:root` };

const ecr = `arn:aws:ecr:eu-west-1:${accountId}`;
const sageMaker = `arn:aws:sagemaker:eu-west-1:${accountId}`;

function registry(statement: JsonObject) {
  const policy = present(policyOf(statement));
  return build('ecr.registry', { policy }, { id: `${ecr}:registry`, name: accountId });
}

/** A group without tags, whose policy lets the role describe its packages. */
function packages(more: JsonObject) {
  const action = 'sagemaker:DescribeModelPackage';
  const resource = `${sageMaker}:model-package/fraud/*`;
  const policy = present(policyOf(toTrain({ Action: action, Resource: resource, ...more })));
  return build(
    'sagemaker.model-package-group',
    { policy, tags: present({}) },
    { id: `${sageMaker}:model-package-group/fraud`, name: 'fraud' },
  );
}

const cases: readonly (readonly [
  title: string,
  resources: readonly unknown[],
  specification: readonly JsonObject[],
  is: string,
])[] = [
  ['nothing, where it says the same', [train([reads])], [reads], 'no'],
  ['what the specification lacks', [train([admin])], [reads], 'yes'],
  [
    'nothing that its boundary keeps from it',
    [train([admin], limited), boundary(reads)],
    [reads],
    'no',
  ],
  [
    'what its boundary lets through',
    [train([admin], limited), boundary(about('Allow', { Resource: '*' }))],
    [reads],
    'yes',
  ],
  [
    'nothing that a Deny of its boundary stops',
    [
      train([reads, about('Allow', { Action: 's3:PutObject' })], limited),
      boundary(admin, about('Deny', { Action: 's3:Put*' })),
    ],
    [reads],
    'no',
  ],
  [
    'what a bucket lets it do, whatever its own policies say',
    [train([]), models([toTrain()])],
    [about('Allow', { Action: 's3:PutObject' })],
    'yes',
  ],
  [
    'nothing by a bucket that only does what is specified',
    [train([]), models([toTrain()])],
    [reads],
    'no',
  ],
  [
    'nothing by a bucket where its own policy denies it',
    [train([about('Deny')]), models([toTrain()])],
    [about('Allow', { Action: 's3:PutObject' })],
    'no',
  ],
  [
    'nothing by a bucket that names the role, where its boundary does not allow it',
    [train([], limited), boundary(about('Allow', { Action: 'kms:*' })), models([toTrain()])],
    [about('Allow', { Action: 's3:PutObject' })],
    'no',
  ],
  [
    'what a bucket lets everybody do, whatever its boundary allows',
    [
      train([], limited),
      boundary(about('Allow', { Action: 'kms:*' })),
      models([toTrain({ Principal: '*' })]),
    ],
    [about('Allow', { Action: 's3:PutObject' })],
    'yes',
  ],
  [
    'nothing by a bucket that leaves it to the account',
    [train([]), models([toTrain({ Principal: { AWS: accountId } })])],
    [about('Allow', { Action: 's3:PutObject' })],
    'no',
  ],
  [
    'what a key lets everybody do, whatever it is',
    [train([]), keyWith([{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }])],
    [reads],
    'yes',
  ],
  [
    'what a grant of a key lets it do',
    [train([]), keyWith([delegation], { grants: present([grantToTrain]) })],
    [reads],
    'yes',
  ],
  [
    'perhaps what a grant to the whole account lets it do',
    [train([]), keyWith([delegation], { grants: present([grantToAccount]) })],
    [reads],
    'may',
  ],
  [
    'nothing on no key by a key that lets it do everything',
    [train([]), keyWith([toTrain({ Action: 'kms:*', Resource: '*' })])],
    [about('Allow', { Action: 'kms:*', Resource: keyArn() })],
    'no',
  ],
  [
    'what the policy of the registry lets it do with repositories that are yet to be made',
    [
      train([]),
      registry(toTrain({ Action: 'ecr:CreateRepository', Resource: `${ecr}:repository/*` })),
    ],
    [reads],
    'yes',
  ],
  [
    'perhaps what the policy of the registry lets it do, where a repository denies it',
    [
      train([]),
      registry(toTrain({ Action: 'ecr:ReplicateImage', Resource: `${ecr}:repository/a` })),
      build(
        'ecr.repository',
        {
          policy: present(
            policyOf({ Effect: 'Deny', Principal: '*', Action: 'ecr:ReplicateImage' }),
          ),
        },
        { id: `${ecr}:repository/a`, name: 'a' },
      ),
    ],
    [reads],
    'may',
  ],
  [
    'nothing by the policy of the registry, where it is specified',
    [
      train([]),
      registry(toTrain({ Action: 'ecr:CreateRepository', Resource: `${ecr}:repository/*` })),
    ],
    [about('Allow', { Action: 'ecr:CreateRepository', Resource: '*' })],
    'no',
  ],
  [
    'what the policy of a group lets it do with a package, by the tags of the package',
    [train([]), packages(when('StringEquals', 'aws:ResourceTag/stage', 'prod'))],
    [reads],
    'yes',
  ],
  [
    'perhaps more, where the specification does not say of which resource',
    [train([]), roleNamed('other', [], { trustPolicy: trustOf({ AWS: `${iam}:role/train` }) })],
    [{ Effect: 'Allow', Action: 'sts:AssumeRole' }],
    'may',
  ],
  [
    'perhaps more, where the grants of a key were not read',
    [train([]), keyWith([delegation], { grants: notCollected('denied') })],
    [reads],
    'may',
  ],
  [
    'perhaps more, where its policies were not read',
    [train([], { inlinePolicies: notCollected('denied') })],
    [reads],
    'may',
  ],
  [
    'perhaps more, where a bucket policy was not read',
    [train([]), models([], { policy: notCollected('denied') })],
    [reads],
    'may',
  ],
  [
    'nothing under a tag that the role does not have',
    [
      train(
        [
          about('Allow', {
            Resource: '*',
            ...when('StringEquals', 'aws:PrincipalTag/team', 'nlp'),
          }),
        ],
        { tags: present({ team: 'fraud' }) },
      ),
    ],
    [reads],
    'no',
  ],
];

describe('What a principal has beyond a specification, one by one', () => {
  for (const [title, resources, statements, is] of cases) {
    it(`is ${title}`, () => {
      const account = accountWith(...resources);
      const principal = findPrincipal(account, 'role/train');
      const answer = exceeds(account, principal, specificationOf(statements));
      expect(answer.is).to.equal(is);
    });
  }

  it('names a request and the statements that let it in', () => {
    const account = accountWith(train([admin], limited), boundary(admin));
    const answer = exceeds(account, findPrincipal(account, 'role/train'), specificationOf([reads]));
    if (answer.is !== 'yes') return expect.fail(answer.is);
    expect(answer.witness.principal).to.equal(`${iam}:role/train`);
    expect(answer.reasons).to.deep.equal([
      'statement 0 of inline policy own of train',
      `statement 0 of ${boundaryArn}`,
    ]);
  });

  it('is asked of roles and users alone', () => {
    const account = accountWith(train([]));
    const root = findPrincipal(account, 'root');
    expect(() => exceeds(account, root, specificationOf([reads]))).to.throw(UserError);
  });
});

describe('What a principal has beyond a specification', function () {
  this.timeout(20_000_000);

  it('is nothing only where no request is allowed beyond it', () => {
    const seen = { no: 0, yes: 0, may: 0, allowed: 0, beyond: 0 };
    fc.assert(
      fc.property(
        accountParts,
        specifications,
        questions,
        sampleRequests,
        (parts, wanted, asked, samples) => {
          const account = accountOf(parts);
          const specification = specificationFor(account, wanted);
          for (const sample of samples) {
            const request = concreteRequest(account, asked, sample);
            if (request === undefined || ownSubject(account, request.principal) === undefined) {
              continue;
            }
            const { action } = asked.question;
            const { is } = exceeds(account, request.principal, specification);
            seen[is] += 1;
            const { pairs } = canDo(account, action, request);
            if (pairs[0]?.decision.outcome !== 'allowed') continue;
            seen.allowed += 1;
            if (isSpecified(account, specification, { ...request, action }) !== 0) continue;
            seen.beyond += 1;
            const told = JSON.stringify([specification, action, request]);
            expect(is, told).to.not.equal('no');
          }
        },
      ),
      { numRuns },
    );
    const told = JSON.stringify(seen);
    if (process.env['LEASTWISE_CASES']) process.stderr.write(`${told}\n`);
    expect(Math.min(seen.no, seen.yes, seen.may, seen.allowed, seen.beyond), told).to.be.above(0);
  });
});
