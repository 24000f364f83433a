import rule from '../../../suites/encryption/key-grants-are-declared.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { kinds, type Fields } from '../../../src/model/resource.ts';
import { accountId, build, completeUniverse } from '../../support/build.ts';
import { key } from '../../support/key.ts';
import { executionTrust, humanTrust, policyOf, serviceLinked } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const arn = (resource: string, account: string = accountId) =>
  `arn:aws:iam::${account}:${resource}`;
const grant = (grantee: string, operations: readonly string[] = ['Decrypt']) => ({
  ...{ id: `grant-${grantee}-${operations.join('-')}`, retiring: null, issuer: null },
  ...{ grantee, operations, encryptionContextEquals: null, encryptionContextSubset: null },
});
const granted = (...grants: readonly ReturnType<typeof grant>[]) =>
  key({ grants: present(grants) });
const role = (name: string, trustPolicy: Fields<'iam.role'>['trustPolicy']) =>
  build('iam.role', { trustPolicy }, { id: arn(`role/${name}`), name, region: 'global' });
const training = role('ml/training', executionTrust);
const scientist = role('Scientist', humanTrust);
const rolesDenied = kinds.map((kind) =>
  kind === 'iam.role'
    ? { ...completeUniverse(kind), end: 'denied' as const }
    : completeUniverse(kind),
);

ruleCases(rule, {
  pass: [
    { name: 'there are no grants', resource: granted() },
    {
      name: 'an execution role, a session of one, and AWS services have grants',
      resource: granted(
        grant(training.id),
        grant(`arn:aws:sts::${accountId}:assumed-role/training/SageMaker`),
        grant('dynamodb.eu-west-1.amazonaws.com'),
        grant(serviceLinked.id),
      ),
      others: [{ ...training, name: 'training' }],
    },
    {
      name: 'declared principals have grants',
      resource: granted(grant(scientist.id), grant(arn('user/steward'))),
      others: [scientist],
      inputs: { personas: { dataScientist: ['role/Scientist'], dataSteward: ['user/steward'] } },
    },
    {
      name: 'a declared administrator has a grant',
      resource: granted(grant(scientist.id)),
      others: [scientist],
      inputs: { personas: { administrator: ['role/Scientist'] } },
      note: `grants for declared administrators: ${scientist.id}`,
    },
    {
      name: 'a trusted account may encrypt',
      resource: granted(grant(arn('root', '999988887777'), ['Encrypt', 'GenerateDataKey'])),
      inputs: { trustedAccounts: ['999988887777'] },
    },
  ],
  fail: [
    {
      name: 'a role that is not declared has two grants',
      resource: granted(grant(scientist.id), grant(scientist.id, ['Encrypt'])),
      others: [scientist],
      inputs: { personas: { deployer: ['role/Deployer'] } },
      findings: [`grantee:${scientist.id}`],
    },
    {
      name: 'the whole account has a grant',
      resource: granted(grant(arn('root'))),
      inputs: { personas: { deployer: ['role/Deployer'] } },
      findings: [`grantee:${arn('root')}`],
    },
    {
      name: 'a role that is gone has a grant',
      resource: granted(grant(arn('role/gone')), grant('AROAEXAMPLEGONE000000')),
      inputs: { personas: { deployer: ['role/Deployer'] } },
      findings: ['grantee:AROAEXAMPLEGONE000000', `grantee:${arn('role/gone')}`],
    },
    {
      name: 'a trusted account may decrypt',
      resource: granted(grant(arn('role/x', '999988887777'), ['Encrypt', 'Decrypt'])),
      inputs: { trustedAccounts: ['999988887777'] },
      findings: [`grantee:${arn('role/x', '999988887777')}`],
    },
    {
      name: 'an account that is not trusted may encrypt',
      resource: granted(grant('444455556666', ['Encrypt'])),
      findings: ['grantee:444455556666'],
    },
  ],
  unknown: [
    {
      name: 'nothing is declared',
      resource: granted(grant(scientist.id)),
      others: [scientist],
      missing: [`inputs.personas, to judge ${scientist.id}`],
    },
    {
      name: 'the role was not listed',
      resource: granted(grant(scientist.id)),
      universes: rolesDenied,
      missing: ['all iam.role in eu-west-1'],
    },
    {
      name: 'the trust of the role was not read',
      resource: granted(grant(training.id)),
      others: [{ ...training, trustPolicy: notCollected('denied') }],
      missing: [`trustPolicy of ${training.id}`],
    },
    {
      name: 'the trust of the role is not understood',
      resource: granted(grant(training.id)),
      others: [{ ...training, trustPolicy: present(policyOf({ Effect: 'allow' })) }],
      missing: [`trust policy at /Statement/0 of ${training.id}`],
    },
    {
      name: 'the name of the grantee is none that is known',
      resource: granted(grant('somebody')),
      missing: ['grantee somebody'],
    },
    {
      name: 'the grants could not be read',
      resource: key({ grants: notCollected('denied') }),
      missing: ['grants'],
    },
  ],
  notApplicable: [
    {
      name: 'AWS manages the key',
      resource: { ...key({ grants: notCollected('AWS') }), manager: present('AWS') },
    },
  ],
});
