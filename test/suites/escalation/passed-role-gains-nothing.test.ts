import rule from '../../../suites/escalation/passed-role-gains-nothing.ts';
import { notCollected } from '../../../src/model/observed.ts';
import { equal, ofService, scene, weak, passStrong, strong } from '../../support/escalation.ts';
import { allow, executionRole, userWith } from '../../support/ml-account.ts';
import { listDenied } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const others = [...scene];
const does = [passStrong, allow('sagemaker:CreateHyperParameterTuningJob')];

ruleCases(rule, {
  pass: [
    { name: 'it can nothing of that', resource: weak(), others },
    {
      name: 'it makes a model that nothing runs',
      resource: weak(passStrong, allow('sagemaker:CreateModel')),
      others,
    },
    { name: 'it can all that the role can', resource: equal(...does), others },
    {
      name: 'a declared administrator cannot',
      resource: weak(),
      others,
      inputs: { personas: { administrator: ['role/weak'] } },
      note: 'a declared administrator',
    },
    {
      name: 'it compiles models by a role that reads nothing in S3',
      resource: weak(
        allow('iam:PassRole', 'arn:aws:iam::111122223333:role/decrypts'),
        allow('sagemaker:CreateCompilationJob'),
      ),
      others: [...scene, executionRole('decrypts', allow('sqs:SendMessage'))],
    },
  ],
  fail: [
    {
      name: 'a role can, and gains by it',
      resource: weak(...does),
      others,
      findings: ['acts-as:role/strong'],
    },
    {
      name: 'a user can',
      resource: userWith('eve', ...does),
      others,
      findings: ['acts-as:role/strong'],
    },
    ...[
      ['sagemaker:CreateModel', 'sagemaker:CreateTransformJob'],
      ['sagemaker:CreateModel', 'sagemaker:CreateEndpointConfig', 'sagemaker:CreateEndpoint'],
      ['sagemaker:CreateModel', 'sagemaker:CreateEndpointConfig', 'sagemaker:UpdateEndpoint'],
      ['sagemaker:CreateEndpoint*', 'sagemaker:CreateInferenceComponent'],
      ['sagemaker:CreateMonitoringSchedule'],
      ['sagemaker:UpdateMonitoringSchedule'],
      ['sagemaker:CreatePipeline', 'sagemaker:StartPipelineExecution'],
      ['sagemaker:UpdatePipeline', 'sagemaker:StartPipelineExecution'],
      ['sagemaker:CreateCluster'],
      ['sagemaker:UpdateCluster'],
      ['sagemaker:CreateAlgorithm'],
      ['sagemaker:CreateModelPackage'],
      ['sagemaker:CreateAutoMLJobV2'],
      ['sagemaker:CreateCompilationJob'],
      ['sagemaker:CreateMlflowTrackingServer', 'sagemaker:CreatePresignedMlflowTrackingServerUrl'],
    ].map((actions) => ({
      name: `it can ${actions.join(' and ')}`,
      resource: weak(passStrong, allow(actions)),
      others,
      findings: ['acts-as:role/strong'],
    })),
  ],
  unknown: [
    {
      name: 'not all users were listed',
      resource: weak(),
      others,
      universes: listDenied('iam.user'),
      missing: ['all iam.user in eu-west-1'],
    },
    {
      name: 'the trust policy of the role was not read',
      resource: weak(...does),
      others: [{ ...strong, trustPolicy: notCollected('denied') }, ...others.slice(1)],
      missing: ['whether role/weak starts a tuning job with role/strong'],
    },
  ],
  notApplicable: [{ name: 'only a service acts by the role', resource: ofService, others }],
});
