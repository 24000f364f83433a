import rule from '../../../suites/execution-role/pulls-only-named-images.ts';
import {
  allow,
  attachedRole,
  executionRole,
  managedPolicy,
  policyArn,
} from '../../support/execution-role.ts';
import { humanTrust } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const pull = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const repository = 'arn:aws:ecr:*:111122223333:repository/acme/train';

ruleCases(rule, {
  pass: [
    {
      name: 'repositories are named, and the token alone is for all',
      resource: executionRole(allow(pull, repository), allow('ecr:GetAuthorizationToken')),
    },
    {
      name: 'the account is that of the principal or of AWS',
      resource: executionRole(
        allow(pull, [
          'arn:aws:ecr:eu-west-1:${aws:PrincipalAccount}:repository/train',
          'arn:aws:ecr:eu-west-1:763104351884:repository/pytorch-training',
        ]),
      ),
    },
    { name: 'it has nothing to do with ECR', resource: executionRole(allow('s3:GetObject')) },
    {
      name: 'only resources of other services are named',
      resource: executionRole(allow(['ecr:*', 's3:GetObject'], 'arn:aws:s3:::models/*')),
    },
    {
      name: 'pushing is denied',
      resource: executionRole({ Effect: 'Deny', Action: 'ecr:PutImage', Resource: '*' }),
    },
  ],
  fail: [
    {
      name: 'it pulls from anywhere, from a whole registry, or by a prefix',
      resource: executionRole(
        allow([...pull, 'ecr:GetAuthorizationToken']),
        allow(pull, [
          'arn:aws:ecr:eu-west-1:111122223333:repository/*',
          'arn:aws:ecr:eu-west-1:*:repository/train',
          repository,
        ]),
      ),
      findings: [
        'pulls:*:inline policy work:#0',
        'pulls:arn:aws:ecr:eu-west-1:111122223333:repository/*:inline policy work:#1',
        'pulls:arn:aws:ecr:eu-west-1:*:repository/train:inline policy work:#1',
      ],
    },
    {
      name: 'it pulls from all but some repository',
      resource: executionRole({ Effect: 'Allow', Action: pull, NotResource: repository }),
      findings: ['pulls:NotResource:inline policy work:#0'],
    },
    {
      name: 'it may push to a named repository',
      resource: executionRole(allow(['ecr:PutImage', 'ecr:Batch*'], repository)),
      findings: [
        'changes:ecr:PutImage:inline policy work:#0',
        'changes:ecr:Batch*:inline policy work:#0',
      ],
    },
    {
      name: 'all but IAM is allowed',
      resource: executionRole({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
      findings: ['changes:NotAction:inline policy work:#0', 'pulls:*:inline policy work:#0'],
    },
    {
      name: 'a managed policy opens repositories',
      resource: attachedRole(),
      others: [managedPolicy(allow('ecr:SetRepositoryPolicy', '*', { Sid: 'Share' }))],
      findings: [`changes:ecr:SetRepositoryPolicy:${policyArn}:Share`],
    },
  ],
  unknown: [
    {
      name: 'the document of a managed policy is not in the snapshot',
      resource: attachedRole(),
      missing: [`document of ${policyArn}`],
    },
  ],
  notApplicable: [
    {
      name: 'SageMaker may not assume the role',
      resource: { ...executionRole(allow('ecr:*')), trustPolicy: humanTrust },
    },
  ],
});
