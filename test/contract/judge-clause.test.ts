import { expect } from 'chai';
import type { Account } from '../../src/account/account.ts';
import { notCollected } from '../../src/model/observed.ts';
import type { Kind } from '../../src/model/resource.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { accountOf, contractSnapshot, recordsOf, saidOf } from '../support/contract-account.ts';

const personas = `
personas:
  training: { executes: training-jobs }
  inference: { executes: endpoints }
  deployer: { roles: Deployer }
  ci: { users: ci }
  break-glass: { users: break-glass }
  partner: { accounts: '444455556666' }
  other-partner: { accounts: '777788889999' }
  logs: { services: logging.s3.amazonaws.com }
  config: { services: config.amazonaws.com }
  anyone: { anyone: true }
  scientist: { roles: Scientist }
  old-jobs: { executes: training-jobs, named: old-* }
  administrators: { declared: administrator }
exempt: [break-glass]
`;

function contract(artifact: string, asserted: string): string {
  return `artifacts: { thing: ${artifact} }\naccess: { thing: ${asserted} }\n${personas}`;
}

const models = '{ is: "s3://acme-models/*" }';
const secrets = '{ is: "s3://acme-secrets/*" }';
const partners = '{ is: "s3://acme-partners/*" }';

describe('judging a clause of a contract', function () {
  this.timeout(30_000);
  let snapshot: Snapshot;
  let account: Account;

  before(async () => {
    snapshot = await contractSnapshot();
    account = accountOf(snapshot);
  });

  const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
    [
      'passes when those who are named can, and nobody else',
      models,
      '{ write: [training, ci] }',
      ['pass'],
    ],
    ['fails for everybody else', models, '{ write: [training] }', ['fail', 'write:user/ci']],
    [
      'fails for everybody where nobody is named',
      models,
      '{ read: [] }',
      ['fail', 'read:role/endpoint', 'read:role/training', 'read:user/ci'],
    ],
    [
      'does not ask of those who may that they can',
      models,
      '{ read: { must: [inference], may: [ci, deployer, training] } }',
      ['pass'],
    ],
    [
      'fails for those who must and cannot, whichever permission they lack',
      secrets,
      '{ read: [inference] }',
      ['fail', 'missing:role/endpoint'],
    ],
    [
      'joins the object with its key: full access to S3 alone reads nothing',
      secrets,
      '{ read: [] }',
      ['pass'],
    ],
    [
      'fails for both bounds at once',
      models,
      '{ write: [inference, ci] }',
      ['fail', 'write:role/training', 'missing:role/endpoint'],
    ],
    ['takes a key for an artifact', '{ key: alias/models }', '{ read: [training] }', ['pass']],
    [
      'names other accounts',
      partners,
      '{ read: { may: [ci] } }',
      ['fail', 'read:account/444455556666'],
    ],
    ['knows the personas of other accounts', partners, '{ read: [ci, partner] }', ['pass']],
    [
      'fails for an account that must and cannot',
      partners,
      '{ read: [ci, partner, other-partner] }',
      ['fail', 'missing:account/777788889999'],
    ],
    [
      'names services',
      '{ is: "s3://acme-partners/logs/*" }',
      '{ write: [ci] }',
      ['fail', 'write:service/logging.s3.amazonaws.com'],
    ],
    [
      'knows services as personas, and misses one that cannot',
      '{ is: "s3://acme-partners/logs/*" }',
      '{ write: [ci, logs, config] }',
      ['fail', 'missing:service/config.amazonaws.com'],
    ],
    [
      'names those who stand for everybody, and of the others those who need no open door',
      '{ is: "s3://acme-open/*" }',
      '{ read: [] }',
      ['fail', 'read:anonymous', 'read:user/ci'],
    ],
    ['lets anyone in, if it says so', '{ is: "s3://acme-open/*" }', '{ read: [anyone] }', ['pass']],
    ['misses anyone where some can', models, '{ read: [anyone] }', ['fail', 'missing:anyone']],
    [
      'finds what a job uses; of several places, each has only its own',
      '{ usedBy: training-jobs, named: fraud-* }',
      '{ read: [training, ci] }',
      ['pass'],
    ],
    [
      'finds what a job writes',
      '{ writtenBy: training-jobs, named: fraud-* }',
      '{ write: [training] }',
      ['fail', 'write:user/ci'],
    ],
    [
      'knows endpoints, and who calls them',
      '{ is: "arn:aws:sagemaker:*:*:endpoint/fraud-*" }',
      '{ read: [deployer], delete: [] }',
      ['pass'],
    ],
    [
      'cannot tell of a bucket that there is not',
      '{ is: "s3://acme-model/*" }',
      '{ read: [] }',
      ['unknown', 'bucket acme-model'],
    ],
    [
      'cannot tell of a bucket that a job names and the account does not have',
      '{ usedBy: training-jobs }',
      '{ read: [training, ci] }',
      ['unknown', 'bucket acme-gone'],
    ],
    [
      'cannot tell of a key that there is not',
      '{ key: alias/modles }',
      '{ read: [] }',
      ['unknown', 'key alias/modles'],
    ],
    [
      'cannot tell of an endpoint that there is not',
      '{ is: "arn:aws:sagemaker:*:*:endpoint/churn-*" }',
      '{ read: [deployer] }',
      ['unknown', 'arn:aws:sagemaker:*:*:endpoint/churn-*'],
    ],
    [
      'cannot tell of an artifact that is nowhere',
      '{ usedBy: processing-jobs }',
      '{ read: [] }',
      ['unknown', 'artifact thing'],
    ],
    [
      'cannot tell of a class without artifacts',
      '{ class: report }',
      '{ read: [] }',
      ['unknown', 'artifact thing'],
    ],
    [
      'cannot tell of images, whose repositories are not captured',
      '{ is: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/serve }',
      '{ write: [] }',
      ['unknown'],
    ],
    [
      "cannot tell of another account's repository",
      '{ is: 444455556666.dkr.ecr.eu-west-1.amazonaws.com/serve }',
      '{ write: [] }',
      ['unknown', 'arn:aws:ecr:eu-west-1:444455556666:repository/serve'],
    ],
    [
      'cannot tell of a role that nobody has',
      models,
      '{ read: { must: [inference, ci, scientist], may: [training, deployer] } }',
      ['unknown', 'persona scientist: role Scientist'],
    ],
    [
      'cannot tell of work that nobody does',
      models,
      '{ read: { must: [inference, ci], may: [old-jobs, training, deployer] } }',
      ['unknown', 'persona old-jobs: its roles'],
    ],
    [
      'cannot tell of a persona that is not declared',
      models,
      '{ read: { must: [inference, ci], may: [administrators, training, deployer] } }',
      ['unknown', 'persona administrators: inputs.personas.administrator'],
    ],
  ];
  for (const [name, artifact, asserted, expected] of cases) {
    it(
      name,
      () => void expect(firstOf(contract(artifact, asserted), expected)).to.deep.equal(expected),
    );
  }

  /** Of some only the verdict is compared. */
  function firstOf(text: string, expected: readonly string[]): readonly string[] {
    const [first, ...others] = recordsOf(account, text);
    const said = first === undefined || others.length > 0 ? joined(text) : saidOf(account, text);
    return expected.length === 1 ? said.slice(0, 1) : said;
  }

  function joined(text: string): readonly string[] {
    return [...new Set(recordsOf(account, text).map(({ status }) => status))];
  }

  it('names the persona whose declaration the configuration has', () => {
    const declared = accountOf(snapshot, { personas: { administrator: ['user/ci'] } });
    const text = contract(models, '{ write: [training, administrators] }');
    expect(saidOf(declared, text)).to.deep.equal(['pass']);
  });

  it('tells whom it did not ask about', () => {
    const [record] = recordsOf(account, contract(models, '{ write: [training, ci] }'));
    expect(record?.note).to.equal(
      'not asked about: the root user, break-glass (arn:aws:iam::111122223333:user/break-glass)',
    );
  });

  it('shows who, by which statement, and a request that is allowed', () => {
    const [record] = recordsOf(account, contract(models, '{ write: [training] }'));
    expect(record?.evidence).to.deep.equal([
      {
        finding: 'write:user/ci',
        expected: 'training can write thing; nobody else can',
        got: 'arn:aws:iam::111122223333:user/ci can s3:PutObject on arn:aws:s3:::acme-models/* (statement 0 of arn:aws:iam::aws:policy/AmazonS3FullAccess); allowed is e.g. arn:aws:s3:::acme-models/x',
        statement: { policy: 'arn:aws:iam::aws:policy/AmazonS3FullAccess', index: 0 },
      },
    ]);
  });

  it('finds who gets there as somebody else, unless told not to, and shows the chain', () => {
    const text = contract(models, '{ read: { must: [inference, ci], may: [deployer] } }');
    const [record] = recordsOf(account, text);
    expect(record?.evidence.map(({ finding }) => finding)).to.deep.equal(['read:role/training']);
    expect(record?.evidence[0]?.got)
      .to.match(/^arn:aws:iam::111122223333:role\/training replaces .* \(ESC-12\); /)
      .and.to.contain('role/endpoint can s3:GetObject on arn:aws:s3:::acme-models/*');
    expect(saidOf(account, `${text}\ntransitive: false`)).to.deep.equal(['pass']);
  });

  it('shows which layer stops those who must', () => {
    const [record] = recordsOf(account, contract(secrets, '{ read: [inference] }'));
    expect(record?.evidence[0]?.got)
      .to.match(/^role\/endpoint of persona inference cannot: kms:Decrypt on arn:aws:kms:/)
      .and.to.contain('which it needs because the object is encrypted with this key');
  });

  const cuts: readonly (readonly [Kind, string])[] = [
    ['iam.role', models],
    ['iam.user', models],
    ['iam.account', models],
    ['s3.bucket', '{ is: "s3://acme-model*" }'],
    ['kms.key', '{ key: alias/models }'],
    ['sagemaker.training-job', '{ writtenBy: training-jobs, named: fraud-* }'],
  ];
  for (const [kind, artifact] of cuts) {
    it(`cannot tell when the list of ${kind} was cut`, () => {
      const universes = snapshot.universes.map((one) =>
        one.kind === kind ? { ...one, end: 'error' as const, problem: notCollected('cut') } : one,
      );
      const cut = accountOf({ ...snapshot, universes });
      const text = contract(artifact, '{ write: { must: [training], may: [ci] } }');
      const whole = recordsOf(account, text).map(({ status }) => status);
      const records = recordsOf(cut, text).map(({ status }) => status);
      expect(records).to.contain('unknown');
      expect(whole).to.not.contain('unknown');
    });
  }
});
