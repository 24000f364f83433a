import { expect } from 'chai';
import { iamAuthorizationCollector } from '../../../src/collect/iam/authorization.ts';
import { present } from '../../../src/model/observed.ts';
import {
  date,
  encoded,
  iso,
  listedPolicy,
  managed,
  page,
  policy,
  report,
  role,
} from '../../support/authorization-details.ts';
import {
  awsError,
  collectFrom,
  collected,
  fakeAws,
  type Answers,
  type FakeCall,
} from '../../support/fake-aws.ts';

const details = 'iam:GetAccountAuthorizationDetails';

function collect(answers: Answers) {
  return collectFrom(iamAuthorizationCollector, { ...report, ...answers });
}

describe('managed policies that the list has not', () => {
  const awsPolicy = 'arn:aws:iam::aws:policy/AmazonSageMakerFullAccess';
  const attached = page({
    RoleDetailList: [
      {
        ...role,
        AttachedManagedPolicies: [
          { PolicyName: 'AmazonSageMakerFullAccess', PolicyArn: awsPolicy },
        ],
        PermissionsBoundary: { PermissionsBoundaryArn: managed },
      } as never,
    ],
  });
  const got = {
    Path: '/',
    DefaultVersionId: 'v9',
    CreateDate: date,
    UpdateDate: date,
  };

  it('are read once each, boundaries too', async () => {
    const calls: FakeCall[] = [];
    const aws = fakeAws(
      {
        ...report,
        [details]: attached,
        'iam:GetPolicy': { Policy: got },
        'iam:GetPolicyVersion': { PolicyVersion: { Document: encoded } },
      },
      calls,
    );
    const { of } = await collected(iamAuthorizationCollector, aws, calls);
    const common = {
      kind: 'iam.policy',
      account: '111122223333',
      region: 'global',
      path: present('/'),
      defaultVersion: present('v9'),
      document: present(policy),
      createdAt: present(iso),
      updatedAt: present(iso),
    };
    expect(of('iam.policy')).to.deep.equal([
      { ...common, id: managed, name: 'Train', awsManaged: present(false) },
      { ...common, id: awsPolicy, name: 'AmazonSageMakerFullAccess', awsManaged: present(true) },
    ]);
    const asked = calls.filter((call) => call.operation === 'iam:GetPolicyVersion');
    expect(asked.map((call) => call.input)).to.deep.equal([
      { PolicyArn: awsPolicy, VersionId: 'v9' },
      { PolicyArn: managed, VersionId: 'v9' },
    ]);
  });

  it('are read when the list came without the default version’s document', async () => {
    const { one } = await collect({
      [details]: page({
        Policies: [
          { ...listedPolicy, PolicyVersionList: listedPolicy.PolicyVersionList.slice(0, 1) },
        ],
      }),
      'iam:GetPolicy': { Policy: got },
      'iam:GetPolicyVersion': { PolicyVersion: { Document: encoded } },
    });
    expect(one('iam.policy').document).to.deep.equal(present(policy));
  });

  it('are written as gone when they are', async () => {
    const { of } = await collect({
      [details]: attached,
      'iam:GetPolicy': ({ PolicyArn: arn }) =>
        arn === managed ? awsError('NoSuchEntity') : { Policy: got },
      'iam:GetPolicyVersion': awsError('AccessDenied'),
    });
    const gone = { state: 'gone', call: 'iam:GetPolicy', code: 'NoSuchEntity' };
    const [boundary, amazon] = of('iam.policy');
    expect(boundary).to.deep.include({
      awsManaged: present(false),
      path: gone,
      defaultVersion: gone,
      document: gone,
    });
    expect(amazon).to.deep.include({
      awsManaged: present(true),
      defaultVersion: present('v9'),
      document: { state: 'denied', call: 'iam:GetPolicyVersion', code: 'AccessDenied' },
    });
  });
});
