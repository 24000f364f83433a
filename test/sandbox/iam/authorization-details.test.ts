import {
  GetAccountAuthorizationDetailsCommand,
  IAMClient,
  type GetAccountAuthorizationDetailsCommandInput,
  type GetAccountAuthorizationDetailsCommandOutput,
} from '@aws-sdk/client-iam';
import { expect } from 'chai';
import { accountId } from '../../support/build.ts';
import { sandboxAccount, serve } from '../../support/world.ts';

const arn = (path: string) => `arn:aws:iam::${accountId}:${path}`;
const managed = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const document = {
  Statement: [{ Sid: "it's (a) *!", Action: 's3:Get*', Resource: 'arn:aws:s3:::a+b/%20é' }],
};
const account = sandboxAccount({
  iam: {
    users: [{ UserName: 'ada', Arn: arn('user/ada'), UserPolicyList: [] }],
    groups: [{ GroupName: 'ml', Arn: arn('group/ml') }],
    roles: ['One', 'Two', 'Three'].map((RoleName) => ({
      RoleName,
      Arn: arn(`role/${RoleName}`),
      AssumeRolePolicyDocument: document,
      RolePolicyList: [{ PolicyName: 'inline', PolicyDocument: document }],
      AttachedManagedPolicies: [{ PolicyName: 'Used', PolicyArn: managed('Used') }],
    })),
    policies: [
      {
        PolicyName: 'Local',
        Arn: arn('policy/Local'),
        PolicyVersionList: [{ Document: '{"broken' }],
      },
      { PolicyName: 'Used', Arn: managed('Used') },
      { PolicyName: 'Idle', Arn: managed('Idle') },
    ],
  },
});

type Page = GetAccountAuthorizationDetailsCommandOutput;

async function readAll(
  input: GetAccountAuthorizationDetailsCommandInput,
  options: Parameters<typeof serve>[1] = {},
): Promise<readonly Page[]> {
  const iam = new IAMClient(serve([account], options).client);
  const pages: Page[] = [];
  let Marker: string | undefined;
  do {
    const page = await iam.send(new GetAccountAuthorizationDetailsCommand({ ...input, Marker }));
    pages.push(page);
    Marker = page.IsTruncated === true ? page.Marker : undefined;
  } while (Marker !== undefined);
  return pages;
}

const policyNames = (pages: readonly Page[]) =>
  pages.map((page) => page.Policies?.map((policy) => policy.PolicyName));

describe('GetAccountAuthorizationDetails', () => {
  it('sends documents URL-encoded by RFC 3986', async () => {
    const [page] = await readAll({ Filter: ['Role'] });
    const role = page?.RoleDetailList?.[0];
    for (const text of [
      role?.AssumeRolePolicyDocument,
      role?.RolePolicyList?.[0]?.PolicyDocument,
    ]) {
      expect(text).to.match(/^[A-Za-z0-9%._~-]+$/);
      expect(JSON.parse(decodeURIComponent(text ?? ''))).to.deep.equal(document);
    }
  });

  it('sends a document that is text as it stands', async () => {
    const [page] = await readAll({ Filter: ['LocalManagedPolicy'] });
    const text = page?.Policies?.[0]?.PolicyVersionList?.[0]?.Document ?? '';
    expect(decodeURIComponent(text)).to.equal('{"broken');
  });

  it('gives pages without policies, although policies come later', async () => {
    const pages = await readAll({ MaxItems: 4 });
    expect(policyNames(pages)).to.deep.equal([[], ['Local', 'Used']]);
    expect(pages.map((page) => page.RoleDetailList?.length)).to.deep.equal([2, 1]);
  });

  it('gives AWS-managed policies only when they are attached', async () => {
    expect(policyNames(await readAll({ Filter: ['AWSManagedPolicy'] }))).to.deep.equal([['Used']]);
    expect(policyNames(await readAll({}))).to.deep.equal([['Local', 'Used']]);
  });

  it('gives everything once, whatever the pages are', async () => {
    for (const options of [{ pageSize: 1 }, { pageSize: 2, emptyPages: true }]) {
      const pages = await readAll({ MaxItems: 1000 }, options);
      const names = pages.flatMap((page) => [
        ...(page.UserDetailList ?? []).map(({ UserName }) => UserName),
        ...(page.GroupDetailList ?? []).map(({ GroupName }) => GroupName),
        ...(page.RoleDetailList ?? []).map(({ RoleName }) => RoleName),
        ...(page.Policies ?? []).map(({ PolicyName }) => PolicyName),
      ]);
      expect(names).to.deep.equal(['ada', 'ml', 'One', 'Two', 'Three', 'Local', 'Used']);
      expect(pages.some((page) => page.RoleDetailList?.length === 0)).to.equal(true);
    }
  });
});
