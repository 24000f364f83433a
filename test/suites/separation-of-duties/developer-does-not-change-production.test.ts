import rule from '../../../suites/separation-of-duties/developer-does-not-change-production.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { accountId, build, region } from '../../support/build.ts';
import {
  allow,
  closedBucket,
  executionRole,
  repository,
  sagemakerArn,
  settings,
  userWith,
} from '../../support/ml-account.ts';
import { policyOf, serviceLinked } from '../../support/policy.ts';
import { roleArn, roleWith } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const endpoint = (name: string, tags: { readonly [key: string]: string }) =>
  build(
    'sagemaker.endpoint',
    { config: present(`${name}-1`), tags: present(tags) },
    { id: sagemakerArn(`endpoint/${name}`), name },
  );
const variant = (model: string) => ({
  ...{ name: 'main', model, instanceType: 'ml.m5.large', instanceCount: 1, serverless: false },
  ...{ rootAccess: null, volumeKey: null },
});
const image = `${accountId}.dkr.ecr.${region}.amazonaws.com/serve:1`;
const served = (name: string) => [
  build(
    'sagemaker.endpoint-config',
    { variants: present([variant(name)]) },
    { id: sagemakerArn(`endpoint-config/${name}-1`), name: `${name}-1` },
  ),
  build(
    'sagemaker.model',
    {
      executionRole: present(roleArn('serve')),
      containers: present([
        {
          ...{ image, modelDataUrl: `s3://models/${name}/model.tar.gz`, modelPackage: null },
          ...{ repositoryAccess: null, environment: { keys: [], secrets: [] } },
          ...{ codeUri: null, additionalData: [] },
        },
      ]),
    },
    { id: sagemakerArn(`model/${name}`), name },
  ),
];
const key = `arn:aws:kms:${region}:${accountId}:key/1`;
const delegation = {
  ...allow('kms:*'),
  Principal: { AWS: `arn:aws:iam::${accountId}:root` },
};
const places = [
  closedBucket('models', {
    encryption: present({ algorithm: 'aws:kms', key, bucketKey: true }),
  }),
  build(
    'kms.key',
    {
      manager: present('CUSTOMER'),
      keyState: present('Enabled'),
      policy: present(policyOf(delegation)),
      grants: present([]),
    },
    { id: key, name: '1' },
  ),
  ...repository('serve'),
];
const prod = [endpoint('fraud', { environment: 'prod' }), ...served('fraud')];
const trial = [endpoint('trial', {}), ...served('trial')];
const others = [...settings, ...places, ...prod, ...trial];
const declared = { inputs: { personas: { dataScientist: ['role/Scientist'] } } };
const useKey = allow(['kms:Decrypt', 'kms:GenerateDataKey'], key);
const train = allow('sagemaker:CreateTrainingJob');

ruleCases(rule, {
  pass: [
    {
      name: 'a data scientist changes what is not production',
      resource: roleWith(
        'Scientist',
        train,
        allow('sagemaker:*', sagemakerArn('endpoint/trial')),
        allow('s3:*', 'arn:aws:s3:::models/trial/*'),
        useKey,
      ),
      others,
      ...declared,
    },
    {
      name: 'who changes production is no data scientist',
      resource: roleWith('Deployer', allow('sagemaker:UpdateEndpoint')),
      others,
      ...declared,
    },
    {
      name: 'an execution role that is none of Studio changes production',
      resource: executionRole('pipeline', train, allow('sagemaker:UpdateEndpoint')),
      others,
    },
  ],
  fail: [
    {
      name: 'a data scientist changes all that is production',
      resource: roleWith('Scientist', allow('*')),
      others,
      ...declared,
      findings: [
        `changes-endpoint:${sagemakerArn('endpoint/fraud')}`,
        'changes-artifacts:s3://models',
        'changes-artifacts:images',
        `changes-key:${key}`,
      ],
    },
    {
      name: 'a data scientist replaces the weights',
      resource: roleWith('Scientist', allow('s3:PutObject'), useKey),
      others,
      ...declared,
      findings: ['changes-artifacts:s3://models'],
    },
    {
      name: 'nobody is declared, and a user trains and deletes endpoints',
      resource: userWith('ana', train, allow('sagemaker:DeleteEndpoint')),
      others,
      findings: [`changes-endpoint:${sagemakerArn('endpoint/fraud')}`],
    },
    {
      name: 'the role of a notebook deletes endpoints, none of which is tagged',
      resource: executionRole('lab', allow('sagemaker:DeleteEndpoint')),
      others: [
        ...settings,
        ...places,
        ...trial,
        build(
          'sagemaker.notebook-instance',
          { executionRole: present(roleArn('lab')) },
          { id: sagemakerArn('notebook-instance/lab'), name: 'lab' },
        ),
      ],
      findings: [`changes-endpoint:arn:aws:sagemaker:*:${accountId}:endpoint/*`],
    },
  ],
  unknown: [
    {
      name: 'the tags of an endpoint were not read',
      resource: roleWith('Scientist', train),
      others: [
        ...others,
        { ...endpoint('other', {}), tags: notCollected('denied'), config: present('fraud-1') },
      ],
      ...declared,
      missing: [`tags of ${sagemakerArn('endpoint/other')}`],
    },
    {
      name: 'the role of a notebook was not read',
      resource: executionRole('lab', allow('sagemaker:DeleteEndpoint')),
      others: [
        ...others,
        build(
          'sagemaker.notebook-instance',
          { executionRole: notCollected('denied') },
          { id: sagemakerArn('notebook-instance/lab'), name: 'lab' },
        ),
      ],
      missing: [`executionRole of ${sagemakerArn('notebook-instance/lab')}`],
    },
    {
      name: 'whether it trains is not understood',
      resource: roleWith('Scientist', allow('sagemaker:DeleteEndpoint'), {
        ...train,
        Condition: { StringSame: { 'aws:SourceVpc': 'x' } },
      }),
      others,
      missing: ['whether role/Scientist can call sagemaker:CreateTrainingJob'],
    },
  ],
  notApplicable: [
    { name: 'AWS keeps the role', resource: { ...roleWith('x', allow('*')), ...serviceLinked } },
  ],
});
