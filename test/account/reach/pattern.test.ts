import { expect } from 'chai';
import { openAccount } from '../../../src/account/open-account.ts';
import { undeclared } from '../../../src/model/inputs.ts';
import { present } from '../../../src/model/observed.ts';
import { accountId, build, snapshotOf } from '../../support/build.ts';
import { executionTrust, namedPolicy, policyOf } from '../../support/policy.ts';

const role = (name: string, action: string, resource: string) =>
  build(
    'iam.role',
    {
      trustPolicy: executionTrust,
      inlinePolicies: present([
        namedPolicy('own', { Effect: 'Allow', Action: action, Resource: resource }),
      ]),
    },
    { id: `arn:aws:iam::${accountId}:role/${name}`, name, region: 'global' },
  );

const organization = build('organizations.account', {
  organization: present({
    id: 'o-abcde12345',
    managementAccount: '222200001111',
    featureSet: 'ALL',
  }),
  path: present(['r-ab12', accountId]),
  serviceControlPolicies: present([
    {
      target: 'r-ab12',
      policies: [
        {
          name: 'region',
          ...policyOf(
            { Effect: 'Allow', Action: '*', Resource: '*' },
            {
              Effect: 'Deny',
              NotAction: 'iam:*',
              Resource: '*',
              Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
            },
          ),
        },
      ],
    },
  ]),
});

const alone = build('organizations.account');

describe('A question over a pattern', () => {
  it('is of no certain region where the pattern is of many', () => {
    const account = openAccount(
      snapshotOf([role('starter', 'sagemaker:CreateTrainingJob', '*'), organization]),
      undeclared,
    );
    const question = (region: string) =>
      account.reach('role/starter', {
        action: 'sagemaker:CreateTrainingJob',
        resource: `arn:aws:sagemaker:${region}:${accountId}:training-job/*`,
      }).is;
    expect(['*', 'eu-west-1', 'us-east-1'].map(question)).to.deep.equal(['yes', 'yes', 'no']);
  });

  it('of roles asks no trust policy, unless the action enters roles', () => {
    const account = openAccount(
      snapshotOf([role('passer', 'iam:PassRole', '*'), role('other', 's3:*', '*'), alone]),
      undeclared,
    );
    const resource = `arn:aws:iam::${accountId}:role/*`;
    expect(account.reach('role/passer', { action: 'iam:PassRole', resource }).is).to.equal('yes');
    expect(account.reach('role/other', { action: 'iam:PassRole', resource }).is).to.equal('no');
    expect(account.reach('role/passer', { action: 'sts:AssumeRole', resource }).is).to.equal('no');
  });
});
