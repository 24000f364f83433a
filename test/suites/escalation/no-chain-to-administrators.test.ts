import rule from '../../../suites/escalation/no-chain-to-administrators.ts';
import { notCollected } from '../../../src/model/observed.ts';
import {
  equal,
  notebook,
  ofService,
  passStrong,
  scene,
  strong,
  weak,
} from '../../support/escalation.ts';
import { allow, executionRole, federatedRole, userWith } from '../../support/ml-account.ts';
import { humanTrust } from '../../support/policy.ts';
import { roleArn } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const nobody = { administrator: [], deployer: [], keyAdmin: [] };
const inputs = { personas: { ...nobody, dataScientist: ['role/weak', 'user/eve'] } };
const withDeployer = { personas: { ...inputs.personas, deployer: ['role/Deploy'] } };
const deployer = { ...federatedRole('Deploy', allow('sagemaker:*')), trustPolicy: humanTrust };
const train = allow('sagemaker:CreateTrainingJob');
const entersDeployer = {
  ...strong,
  ...executionRole('strong', allow('sts:AssumeRole', deployer.id)),
};
const others = [...scene, deployer];
const chained = [entersDeployer, deployer, ...scene.slice(1)];

ruleCases(rule, {
  pass: [
    { name: 'it is no developer', resource: equal(allow('sts:AssumeRole')), others, inputs },
    {
      name: 'it starts jobs because everything is allowed',
      resource: { ...weak(allow('*')), id: roleArn('Admin'), name: 'Admin' },
      others,
      inputs: { personas: nobody },
    },
    { name: 'there is nobody to become', resource: weak(train, passStrong), others, inputs },
    {
      name: 'the chain ends before the deployer',
      resource: weak(train, passStrong),
      others,
      inputs: withDeployer,
    },
    {
      name: 'the role of the chain only moves objects in S3',
      resource: weak(allow('sagemaker:CreateCompilationJob'), passStrong),
      others: chained,
      inputs: withDeployer,
    },
  ],
  fail: [
    {
      name: 'one step leads to a deployer',
      resource: weak(allow('sts:AssumeRole')),
      others,
      inputs: withDeployer,
      findings: ['reaches:role/Deploy'],
    },
    {
      name: 'two steps lead there',
      resource: userWith('eve', train, passStrong),
      others: chained,
      inputs: withDeployer,
      findings: ['reaches:role/Deploy'],
    },
    {
      name: 'a step leads to a role that is allowed everything',
      resource: weak(allow('sagemaker:CreatePresignedNotebookInstanceUrl')),
      others: [executionRole('strong', allow('*')), notebook(), ...scene.slice(1)],
      inputs,
      findings: ['reaches:role/strong'],
    },
    {
      name: 'a step leads to a role that can allow itself everything',
      resource: weak(allow('sagemaker:CreatePresignedNotebookInstanceUrl')),
      others: [executionRole('strong', allow('iam:PutRolePolicy')), notebook(), ...scene.slice(1)],
      inputs,
      findings: ['reaches:role/strong'],
    },
    {
      name: 'a declared developer is allowed everything',
      resource: weak(allow('*')),
      others: scene.slice(1),
      inputs,
      findings: ['is-one-itself'],
    },
  ],
  unknown: [
    {
      name: 'deployers and keepers of keys are not declared',
      resource: weak(train),
      others,
      inputs: { personas: { dataScientist: ['role/weak'], administrator: [] } },
      missing: ['inputs.personas.deployer', 'inputs.personas.keyAdmin'],
    },
    {
      name: 'a step of the chain is not sure',
      resource: weak(train, passStrong),
      others: [{ ...entersDeployer, trustPolicy: notCollected('denied') }, ...chained.slice(1)],
      inputs: withDeployer,
      missing: ['whether role/weak reaches role/Deploy', `trustPolicy of ${roleArn('strong')}`],
    },
  ],
  notApplicable: [{ name: 'only a service acts by the role', resource: ofService, others, inputs }],
});
