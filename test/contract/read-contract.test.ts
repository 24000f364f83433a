import { expect } from 'chai';
import { readContract } from '../../src/contract/read-contract.ts';

const file = 'fraud.access.yaml';

function messageOf(text: string): string {
  try {
    readContract(text, file);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('the contract was read');
}

/** A contract with one thing changed. */
function contract(changes: {
  readonly artifacts?: string;
  readonly personas?: string;
  readonly access?: string;
  readonly more?: string;
}): string {
  return [
    `artifacts: ${changes.artifacts ?? '{ model: { is: "s3://models/*" } }'}`,
    `personas: ${changes.personas ?? '{ inference: { executes: endpoints } }'}`,
    `access: ${changes.access ?? '{ model: { read: [inference] } }'}`,
    ...(changes.more === undefined ? [] : [changes.more]),
  ].join('\n');
}

describe('reading an access contract', () => {
  it('reads artifacts, personas and what is asserted', () => {
    const text = `
artifacts:
  model: { is: ['s3://models/*', 's3://archive/fraud'] }
  data: { usedBy: training-jobs, named: fraud-* }
  key: { key: alias/fraud }
  reports: { class: report }
personas:
  inference: { executes: endpoints, named: fraud-* }
  people: { roles: [Deployer, 'arn:aws:iam::*:role/Data*'], users: ada, declared: breakGlass }
  others: { services: logging.s3.amazonaws.com, accounts: '444455556666', organization: true }
access:
  model: { read: [inference], write: { must: [], may: [people] }, delete: [] }
  data: { read: { may: [others] } }
exempt: [people]
transitive: false
severity: critical
`;
    const { artifacts, personas, clauses, ...rest } = readContract(text, file);
    expect(Object.fromEntries(artifacts)).to.deep.equal({
      model: {
        by: 'is',
        places: [
          { is: 'objects', bucket: 'models', keys: ['*'] },
          { is: 'objects', bucket: 'archive', keys: ['fraud', 'fraud/*'] },
        ],
      },
      data: { by: 'lineage', how: 'reads', purposes: ['training'], named: ['fraud-*'] },
      key: { by: 'is', places: [{ is: 'key', reference: 'alias/fraud' }] },
      reports: { by: 'class', classes: ['report'] },
    });
    const nobody = {
      ...{ roles: [], users: [], executes: [], named: [], services: [], accounts: [] },
      ...{ declared: [], organization: false, anyone: false },
    };
    expect(Object.fromEntries(personas)).to.deep.equal({
      inference: { ...nobody, executes: ['endpoint'], named: ['fraud-*'] },
      people: {
        ...nobody,
        roles: ['Deployer', 'arn:aws:iam::*:role/Data*'],
        users: ['ada'],
        declared: ['breakGlass'],
      },
      others: {
        ...nobody,
        services: ['logging.s3.amazonaws.com'],
        accounts: ['444455556666'],
        organization: true,
      },
    });
    expect(clauses).to.deep.equal([
      { artifact: 'model', verb: 'read', must: ['inference'], may: [] },
      { artifact: 'model', verb: 'write', must: [], may: ['people'] },
      { artifact: 'model', verb: 'delete', must: [], may: [] },
      { artifact: 'data', verb: 'read', must: [], may: ['others'] },
    ]);
    expect(rest).to.deep.include({
      file,
      exempt: ['people'],
      transitive: false,
      severity: 'critical',
    });
  });

  it('counts access by escalation, and takes violations for grave, unless told otherwise', () => {
    const { transitive, severity } = readContract(contract({}), file);
    expect({ transitive, severity }).to.deep.equal({ transitive: true, severity: 'high' });
  });

  const wrong: readonly (readonly [string, string, string])[] = [
    [
      'a persona that there is not',
      contract({ access: '{ model: { read: [inferense] } }' }),
      'fraud.access.yaml:3:27: access.model.read[0]: there is no persona "inferense"; did you mean "inference"?',
    ],
    [
      'a persona that there is not, among those who may',
      contract({ access: '{ model: { read: { may: [training] } } }' }),
      'fraud.access.yaml:3:34: access.model.read.may[0]: there is no persona "training"; there is inference',
    ],
    [
      'an exempt persona that there is not',
      contract({ more: 'exempt: [break-glass]' }),
      'fraud.access.yaml:4:10: exempt[0]: there is no persona "break-glass"; there is inference',
    ],
    [
      'an artifact that there is not',
      contract({ access: '{ modell: { read: [inference] } }' }),
      'fraud.access.yaml:3:11: access.modell: there is no artifact "modell"; did you mean "model"?',
    ],
    [
      'an unknown verb',
      contract({ access: '{ model: { reed: [inference] } }' }),
      'fraud.access.yaml:3:20: access.model.reed: unknown member; did you mean "read"?',
    ],
    [
      'a verb without a list, which could mean nobody or nothing',
      contract({ access: '{ model: { delete: } }' }),
      'fraud.access.yaml:3:28: access.model.delete: must be a list or a map, not empty',
    ],
    [
      'an artifact that is no place',
      contract({ artifacts: '{ model: { is: acme-models } }' }),
      'fraud.access.yaml:1:27: artifacts.model.is: "acme-models" is no artifact; write s3://bucket/prefix*, the ARN of a bucket, key, repository or SageMaker endpoint, feature-group, model, model-package, model-package-group, notebook-instance, pipeline, or ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME',
    ],
    [
      'an artifact that says nothing',
      contract({ artifacts: '{ model: {} }' }),
      'fraud.access.yaml:1:14: artifacts.model: says nothing: give is, key, usedBy, writtenBy, runBy, class',
    ],
    [
      'an artifact that says two things',
      contract({ artifacts: '{ model: { is: "s3://models", class: code } }' }),
      'fraud.access.yaml:1:49: artifacts.model.class: there is "is" already; make two artifacts',
    ],
    [
      'names of an artifact that has none',
      contract({ artifacts: '{ model: { is: "s3://models", named: x } }' }),
      'fraud.access.yaml:1:42: artifacts.model.named: goes with usedBy, writtenBy or runBy only',
    ],
    [
      'work that SageMaker does not know',
      contract({ personas: '{ inference: { executes: endpoint } }' }),
      'fraud.access.yaml:2:36: personas.inference.executes: "endpoint" is not one of training-jobs, tuning-jobs, automl-jobs, processing-jobs, transform-jobs, endpoints, notebooks, studio, pipelines, monitoring, feature-groups',
    ],
    [
      'a persona that is nobody',
      contract({ personas: '{ inference: { named: x } }' }),
      'fraud.access.yaml:2:13: personas.inference: names nobody: give roles, users, executes, services, accounts, declared, organization, anyone\n' +
        'fraud.access.yaml:2:26: personas.inference.named: goes with executes only',
    ],
    [
      'an account id without quotes',
      contract({ personas: '{ inference: { accounts: 444455556666 } }' }),
      'fraud.access.yaml:2:36: personas.inference.accounts: must be text, not 444455556666; put it in quotes',
    ],
    [
      'a name with capital letters',
      contract({
        artifacts: '{ Model: { is: "s3://m" } }',
        access: '{ Model: { read: [inference] } }',
      }),
      'fraud.access.yaml:1:14: artifacts.Model: "Model" is not a name of small letters, digits and hyphens',
    ],
    ['nothing asserted', 'artifacts: {}\naccess: {}', 'must NOT have fewer than 1 properties'],
    ['no access', 'artifacts: {}', '"access" is missing'],
    ['an empty file', '', 'must be a map, not empty'],
  ];
  for (const [what, text, message] of wrong) {
    it(`refuses ${what}`, () => {
      expect(messageOf(text)).to.contain(message);
    });
  }
});
