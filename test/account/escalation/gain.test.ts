import { expect } from 'chai';
import { gainOf } from '../../../src/account/escalation/gain.ts';
import { openAccount } from '../../../src/account/open-account.ts';
import { undeclared } from '../../../src/model/inputs.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { absent, present } from '../../../src/model/observed.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { build, snapshotOf } from '../../support/build.ts';
import { allow, closedBucket, executionRole, settings } from '../../support/ml-account.ts';
import { policyOf, textOf } from '../../support/policy.ts';
import { roleArn } from '../../support/principal.ts';

interface Compared {
  readonly from: readonly JsonObject[];
  readonly to: readonly JsonObject[];
  readonly boundaryOfTo?: readonly JsonObject[];
  readonly others?: readonly Resource[];
  readonly movesOnly?: boolean;
}

const boundaryArn = 'arn:aws:iam::aws:policy/limit';

function gain({ from, to, boundaryOfTo, others = [], movesOnly = false }: Compared): string {
  const limit = build(
    'iam.policy',
    { document: present(policyOf(...(boundaryOfTo ?? []))) },
    { id: boundaryArn, name: 'limit' },
  );
  const account = openAccount(
    snapshotOf([
      executionRole('from', ...from),
      {
        ...executionRole('to', ...to),
        permissionsBoundary: boundaryOfTo === undefined ? absent : present(boundaryArn),
      },
      limit,
      closedBucket('models'),
      ...others,
      ...settings,
    ]),
    undeclared,
  );
  const { is, words } = gainOf(account, { from: roleArn('from'), to: roleArn('to'), movesOnly });
  return `${is} ${words}`.trim();
}

const deny = (Action: string): JsonObject => ({ Effect: 'Deny', Action, Resource: '*' });
const read = (key: string) => allow('s3:GetObject', `arn:aws:s3:::models/${key}`);

describe('What is gained by acting as another', () => {
  it('is nothing where the other can nothing, or nothing more', () => {
    expect(gain({ from: [], to: [] })).to.equal('no');
    expect(gain({ from: [read('*')], to: [read('*')] })).to.equal('no');
    expect(gain({ from: [allow('s3:*')], to: [read('a/*')] })).to.equal('no');
    expect(gain({ from: [allow('*')], to: [allow('iam:*')] })).to.equal('no');
  });

  it('is the first decisive thing that the other can', () => {
    expect(gain({ from: [], to: [read('*')] })).to.equal(
      'yes s3:GetObject on arn:aws:s3:::models/*',
    );
    expect(gain({ from: [read('*')], to: [allow('iam:PutRolePolicy')] })).to.match(
      /^yes iam:PutRolePolicy/,
    );
  });

  it('is another part of the same bucket', () => {
    expect(gain({ from: [read('a/*')], to: [read('b/*')] })).to.match(
      /^yes s3:GetObject on arn:aws:s3:::models\/b\//,
    );
    expect(gain({ from: [read('a/*')], to: [read('a/*'), read('b/*')] })).to.match(
      /^yes s3:GetObject on arn:aws:s3:::models\/b\//,
    );
  });

  it('is found in the policies where no decisive question tells', () => {
    expect(gain({ from: [], to: [allow('sagemaker:DeleteDomain')] })).to.match(
      /^yes sagemaker:DeleteDomain/,
    );
    expect(gain({ from: [], to: [allow(['logs:*', 'cloudwatch:*'])] })).to.equal('no');
  });

  it('is nothing that a boundary keeps the other from', () => {
    const barred = { from: [], to: [allow(['sagemaker:DeleteDomain', 's3:GetObject'])] };
    expect(gain({ ...barred, boundaryOfTo: [allow('logs:*')] })).to.equal('no');
    expect(gain({ ...barred, boundaryOfTo: [allow('sagemaker:*')] })).to.match(
      /^yes sagemaker:DeleteDomain/,
    );
  });

  it('is what a Deny keeps the principal from', () => {
    const to = [allow('sagemaker:DeleteDomain')];
    expect(gain({ from: [allow('*'), deny('sagemaker:DeleteDomain')], to })).to.match(
      /^yes sagemaker:DeleteDomain/,
    );
  });

  it('is what a bucket policy keeps even an administrator from', () => {
    const fenced = closedBucket('vault', {
      policy: present(
        policyOf({
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: 'arn:aws:s3:::vault/*',
          Condition: { StringNotEquals: { 'aws:PrincipalArn': roleArn('to') } },
        }),
      ),
    });
    expect(gain({ from: [allow('*')], to: [allow('s3:GetObject')], others: [fenced] })).to.equal(
      'yes s3:GetObject on arn:aws:s3:::vault/*',
    );
  });

  it('is in S3 alone where only objects are moved', () => {
    const to = [allow('iam:PutRolePolicy')];
    expect(gain({ from: [], to, movesOnly: true })).to.equal('no');
    expect(gain({ from: [], to: [...to, read('*')], movesOnly: true })).to.match(
      /^yes s3:GetObject/,
    );
  });

  it('cannot be told where a policy is not understood', () => {
    const odd = build(
      'iam.policy',
      { document: present(textOf('what?')) },
      { id: boundaryArn, name: 'limit' },
    );
    const account = openAccount(
      snapshotOf([
        executionRole('from'),
        {
          ...executionRole('to'),
          attachedPolicies: present([{ name: 'limit', arn: boundaryArn }]),
        },
        odd,
        ...settings,
      ]),
      undeclared,
    );
    expect(gainOf(account, { from: roleArn('from'), to: roleArn('to') }).is).to.equal('may');
  });
});
