import rule from '../../../suites/separation-of-duties/trainer-does-not-deploy.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { build, region } from '../../support/build.ts';
import {
  allow,
  executionRole,
  sagemakerArn,
  settings,
  userWith,
} from '../../support/ml-account.ts';
import { serviceLinked } from '../../support/policy.ts';
import { listDenied, roleWith } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const train = allow('sagemaker:CreateTrainingJob');
const deploy = allow(['sagemaker:CreateEndpoint', 'sagemaker:UpdateEndpoint']);
const endpoint = (name: string, environment?: string) =>
  build(
    'sagemaker.endpoint',
    {
      config: present(`${name}-1`),
      tags: present(environment === undefined ? {} : { Environment: environment }),
    },
    { id: sagemakerArn(`endpoint/${name}`), name },
  );
const tagged = [...settings, endpoint('fraud', 'Production'), endpoint('try')];
const tries = allow('sagemaker:*Endpoint*', sagemakerArn('endpoint*/try*'));
const finding = ['trains-and-deploys'];

ruleCases(rule, {
  pass: [
    { name: 'it only trains', resource: roleWith('Scientist', train), others: settings },
    { name: 'it only deploys', resource: userWith('ci', deploy), others: settings },
    {
      name: 'it deploys only what is not production',
      resource: roleWith('Scientist', train, tries),
      others: tagged,
    },
    {
      name: 'a Deny keeps it from all endpoints',
      resource: roleWith('Scientist', allow('sagemaker:*'), {
        ...allow('sagemaker:*Endpoint*'),
        Effect: 'Deny',
      }),
      others: settings,
    },
    {
      name: 'a declared administrator does both',
      resource: roleWith('Admin', train, deploy),
      others: settings,
      inputs: { personas: { administrator: ['role/Admin'] } },
      note: 'a declared administrator: arn:aws:iam::111122223333:role/Admin can sagemaker:CreateTrainingJob on arn:aws:sagemaker:*:111122223333:training-job/* (Work of inline policy work of Admin); allowed is e.g. arn:aws:sagemaker:x:111122223333:training-job/x; and arn:aws:iam::111122223333:role/Admin can sagemaker:CreateEndpoint on arn:aws:sagemaker:*:111122223333:endpoint/* (Work of inline policy work of Admin); allowed is e.g. arn:aws:sagemaker:x:111122223333:endpoint/x; also sagemaker:UpdateEndpoint on arn:aws:sagemaker:*:111122223333:endpoint/*',
    },
  ],
  fail: [
    {
      name: 'a role does both',
      resource: roleWith('Scientist', train, deploy),
      others: settings,
      findings: finding,
    },
    {
      name: 'an administrator that nobody declared does both',
      resource: roleWith('Admin', allow('*')),
      others: tagged,
      findings: finding,
    },
    {
      name: 'an execution role does both, by processing jobs and configurations',
      resource: executionRole(
        'pipeline',
        allow(['sagemaker:CreateProcessingJob', 'sagemaker:CreateEndpointConfig']),
      ),
      others: settings,
      findings: finding,
    },
    {
      name: 'a user does both on the endpoint in production, and not all endpoints were listed',
      resource: userWith(
        'ana',
        allow('sagemaker:CreateHyperParameterTuningJob'),
        allow('sagemaker:UpdateEndpoint', sagemakerArn('endpoint/fraud')),
      ),
      others: tagged,
      universes: listDenied('sagemaker.endpoint'),
      findings: finding,
    },
    {
      name: 'no endpoint is tagged, so that every one counts',
      resource: roleWith('Scientist', train, tries),
      others: [...settings, endpoint('fraud'), endpoint('try')],
      findings: finding,
    },
  ],
  unknown: [
    {
      name: 'a condition is not understood',
      resource: roleWith('Scientist', train, {
        ...deploy,
        Condition: { StringSame: { 'aws:SourceVpc': 'x' } },
      }),
      others: settings,
      missing: ['whether role/Scientist can call sagemaker:CreateEndpoint'],
    },
    {
      name: 'the tags of an endpoint were not read, which may be the only one in production',
      resource: roleWith('Scientist', train, tries),
      others: [...settings, { ...endpoint('fraud'), tags: notCollected('denied') }],
      missing: [`tags of ${sagemakerArn('endpoint/fraud')}`],
    },
    {
      name: 'there may be further endpoints in production',
      resource: roleWith('Scientist', train, tries),
      others: tagged,
      universes: listDenied('sagemaker.endpoint'),
      missing: [`all sagemaker.endpoint in ${region}`],
    },
    {
      name: 'the boundary was not read',
      resource: { ...roleWith('Scientist', train), permissionsBoundary: notCollected('denied') },
      others: settings,
      missing: ['permissionsBoundary'],
    },
  ],
  notApplicable: [
    {
      name: 'AWS keeps the role',
      resource: { ...roleWith('x', train, deploy), ...serviceLinked },
    },
  ],
});
