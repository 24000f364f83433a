import rule from '../../../suites/execution-role/has-no-full-access-policy.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { executionTrust, humanTrust } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const attached = (...arns: readonly string[]) =>
  build('iam.role', {
    trustPolicy: executionTrust,
    attachedPolicies: present(arns.map((arn) => ({ name: arn, arn }))),
  });
const ofAws = (name: string) => `arn:aws:iam::aws:policy/${name}`;
// The documents of these allow SERVICE:* on every resource.
const otherFull = [
  'SageMakerStudioUserIAMPermissiveExecutionPolicy',
  'SageMakerStudioUserIAMDefaultExecutionPolicy',
  'SageMakerStudioAdminIAMPermissiveExecutionPolicy',
  'SageMakerStudioAdminIAMDefaultExecutionPolicy',
  'service-role/AWSDeepRacerServiceRolePolicy',
  'SecretsManagerReadWrite',
  'job-function/DataScientist',
  'job-function/SystemAdministrator',
  'service-role/AWSGlueServiceRole',
  'service-role/AmazonElasticMapReduceforEC2Role',
];

ruleCases(rule, {
  pass: [
    { name: 'nothing is attached', resource: attached() },
    {
      name: 'a narrow policy of AWS is attached',
      resource: attached(ofAws('AmazonSageMakerReadOnly')),
    },
    {
      name: 'the account’s own policy has the name of AWS’s',
      resource: attached('arn:aws:iam::111122223333:policy/AmazonSageMakerFullAccess'),
    },
  ],
  fail: [
    {
      name: 'AmazonSageMakerFullAccess is attached',
      resource: attached(ofAws('AmazonSageMakerFullAccess')),
      findings: [`attached:${ofAws('AmazonSageMakerFullAccess')}`],
    },
    {
      name: 'several are attached, one under a path and one in another partition',
      resource: attached(
        ofAws('AmazonS3FullAccess'),
        ofAws('service-role/AmazonSageMakerCanvasDirectDeployFullAccess'),
        'arn:aws-cn:iam::aws:policy/AdministratorAccess',
        ofAws('AWSKeyManagementServicePowerUser'),
      ),
      findings: [
        `attached:${ofAws('AmazonS3FullAccess')}`,
        `attached:${ofAws('service-role/AmazonSageMakerCanvasDirectDeployFullAccess')}`,
        'attached:arn:aws-cn:iam::aws:policy/AdministratorAccess',
        `attached:${ofAws('AWSKeyManagementServicePowerUser')}`,
      ],
    },
    {
      name: 'the name of a policy goes on after FullAccess',
      resource: attached(
        ofAws('AmazonDynamoDBFullAccess_v2'),
        ofAws('AmazonEMRFullAccessPolicy_v2'),
      ),
      findings: [
        `attached:${ofAws('AmazonDynamoDBFullAccess_v2')}`,
        `attached:${ofAws('AmazonEMRFullAccessPolicy_v2')}`,
      ],
    },
    {
      name: 'policies grant a service in full under another name',
      resource: attached(...otherFull.map(ofAws)),
      findings: otherFull.map((name) => `attached:${ofAws(name)}`),
    },
  ],
  unknown: [
    {
      name: 'the attached policies were not read',
      resource: build('iam.role', {
        trustPolicy: executionTrust,
        attachedPolicies: notCollected('denied'),
      }),
      missing: ['attachedPolicies'],
    },
  ],
  notApplicable: [
    {
      name: 'SageMaker may not assume the role',
      resource: build('iam.role', { trustPolicy: humanTrust }),
    },
  ],
});
