import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { openAccount } from '../../src/account/open-account.ts';
import { contractRules } from '../../src/contract/contract-rules.ts';
import { readContract } from '../../src/contract/read-contract.ts';
import type { Evidence } from '../../src/model/verdict.ts';
import { runRules } from '../../src/rule/run-rules.ts';
import { sampleContract } from '../../src/sandbox/sample.ts';
import { captureSound } from '../support/capture-world.ts';
import { acmeMl } from '../support/sample-account.ts';

interface Fault {
  readonly fault: string;
  /** What its evidence names, and that of no other fault. */
  readonly tells: RegExp;
  /** By clause of the contract: who is found. */
  readonly finds: { readonly [clause: string]: readonly string[] };
}

const broad = ['automl-legacy', 'nlp-training', 'recsys-training'].map((name) => `role/${name}`);
const scientists = ['role/DataScientist', 'role/studio-exec'];

/** The faults planted in the demo account that its contract is there to find. */
const planted: readonly Fault[] = [
  {
    fault: 'roles and users with much more than they need',
    tells:
      /^(?!.* \(ESC-(04|12)\)).*(AllButModels|AllButIam|AmazonS3FullAccess|AmazonSageMakerFullAccess|policy explore|policy keep-data|policy read-corpus|PutScores)/,
    finds: {
      'churn-model-read': [
        ...broad,
        'role/DataSteward',
        'role/notebook-exec',
        'user/ci-legacy',
        'user/label-vendor',
      ],
      'churn-model-write': [
        ...broad,
        'role/DataSteward',
        'role/notebook-exec',
        'user/ci-legacy',
        'user/score-export',
      ],
      'fraud-endpoint-write': broad,
      'fraud-key-read': ['role/nlp-training'],
      'fraud-model-administer': [...broad, 'user/ci-legacy'],
      'fraud-model-delete': [...broad, 'user/ci-legacy'],
      'fraud-model-read': broad,
      'fraud-model-write': [...broad, 'role/DataSteward', 'role/notebook-exec', 'user/ci-legacy'],
    },
  },
  {
    fault: 'any account reads, by a wildcard principal under a condition that anybody can meet',
    tells: /Partners of bucket policy of acme-churn-models/,
    finds: { 'churn-model-read': ['any-account'] },
  },
  {
    fault: "a key's policy that lets in more than that of the bucket",
    tells: /Integrator of key policy/,
    finds: { 'fraud-key-read': ['account/444455556666'] },
  },
  {
    fault: 'scientists open notebooks of roles that can more',
    tells: / opens the notebook .* \(ESC-04\)/,
    finds: {
      'churn-model-read': scientists,
      'fraud-endpoint-write': scientists,
      'fraud-model-administer': scientists,
      'fraud-model-delete': scientists,
      'fraud-model-read': scientists,
    },
  },
  {
    fault: 'writing an artifact becomes running code',
    tells: / replaces .*, which endpoint\/.* runs by .* \(ESC-12\)/,
    finds: {
      'churn-model-read': ['role/image-builder', 'user/score-export'],
      'fraud-key-read': [
        'role/automl-legacy',
        'role/image-builder',
        'role/notebook-exec',
        'role/recsys-training',
        'user/ci-legacy',
      ],
    },
  },
  {
    fault: 'a reader without the key',
    tells: /^role\/fraud-endpoint of persona fraud-inference cannot: kms:Decrypt/,
    finds: { 'fraud-model-read': ['role/fraud-endpoint'] },
  },
];

describe('the contract of the account acme-ml', () => {
  let found: readonly (readonly [string, Evidence])[] = [];

  before(async function () {
    this.timeout(60_000);
    const { world, inputs } = acmeMl();
    const account = openAccount(await captureSound(world), inputs);
    const text = readFileSync(sampleContract('acme-ml'), 'utf8');
    const records = [
      ...runRules(contractRules(readContract(text, 'acme-ml.access.yaml')), account),
    ];
    expect(records.filter(({ status }) => status === 'unknown')).to.deep.equal([]);
    found = records.flatMap(({ rule, evidence }) =>
      evidence.map((one) => [rule.replace('contract/', ''), one] as const),
    );
  });

  for (const { fault, tells, finds } of planted) {
    it(`finds ${fault}`, () => {
      const names = found
        .filter(([, { got }]) => tells.test(got))
        .map(([clause, { finding }]) => `${clause}: ${finding.replace(/^[^:]*:/, '')}`);
      const expected = Object.entries(finds).flatMap(([clause, who]) =>
        who.map((name) => `${clause}: ${name}`),
      );
      expect(names).to.have.members(expected);
    });
  }

  it('finds nothing else, and nothing twice', () => {
    const others = found.filter(
      ([, { got }]) => planted.filter(({ tells }) => tells.test(got)).length !== 1,
    );
    expect(others).to.deep.equal([]);
  });

  it('has a request that is allowed for each, or says which layer blocks it', () => {
    const bare = found.filter(
      ([, { got }]) => !/allowed is e\.g\. arn:|nothing in .* allows it/.test(got),
    );
    expect(bare).to.deep.equal([]);
  });
});
