import {
  GenerateCredentialReportCommand,
  GetAccountPasswordPolicyCommand,
  GetCredentialReportCommand,
  GetOpenIDConnectProviderCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetSAMLProviderCommand,
  IAMClient,
  ListAccountAliasesCommand,
  ListOpenIDConnectProvidersCommand,
  ListSAMLProvidersCommand,
} from '@aws-sdk/client-iam';
import { expect } from 'chai';
import { failureOf, sandboxAccount, serve } from '../../support/world.ts';

const oidc = 'arn:aws:iam::111122223333:oidc-provider/ci.example';
const saml = 'arn:aws:iam::111122223333:saml-provider/corp';
const base = 'arn:aws:iam::111122223333:policy/Base';
const version = { VersionId: 'v2', IsDefaultVersion: true, Document: { Statement: [] } };
const account = sandboxAccount({
  iam: {
    aliases: ['acme-ml'],
    credentialReport: [
      { user: '<root_account>', mfa_active: 'false' },
      { user: 'ada, "the" first', mfa_active: 'true', extra: 'x' },
    ],
    policies: [{ Arn: base, DefaultVersionId: 'v2', PolicyVersionList: [version] }],
    oidcProviders: [
      { Arn: oidc, Url: 'ci.example', ClientIDList: ['sts.amazonaws.com'], ThumbprintList: ['ab'] },
    ],
    samlProviders: [
      { Arn: saml, SAMLMetadataDocument: '<a>&</a>', ValidUntil: '2027-01-01T00:00:00Z' },
    ],
  },
});
const client = () => new IAMClient(serve([account]).client);

describe('the credential report', () => {
  it('is started, then complete, then readable as CSV', async () => {
    const iam = client();
    const read = () => iam.send(new GetCredentialReportCommand({}));
    const generate = () => iam.send(new GenerateCredentialReportCommand({}));
    expect(await failureOf(read())).to.include({ code: 'ReportNotPresent', status: 410 });
    expect((await generate()).State).to.equal('STARTED');
    expect(await failureOf(read())).to.include({ code: 'ReportInProgress', status: 404 });
    expect((await generate()).State).to.equal('COMPLETE');
    const report = await read();
    expect(report.GeneratedTime).to.deep.equal(new Date('2026-11-01T00:00:00Z'));
    expect(Buffer.from(report.Content ?? []).toString()).to.equal(
      'user,mfa_active,extra\n<root_account>,false,N/A\n"ada, ""the"" first",true,x',
    );
  });
});

describe('IAM in the sandbox', () => {
  it('has no password policy unless one is set', async () => {
    const failure = await failureOf(client().send(new GetAccountPasswordPolicyCommand({})));
    expect(failure).to.include({
      code: 'NoSuchEntity',
      name: 'NoSuchEntityException',
      status: 404,
    });
    const iam = { passwordPolicy: { MinimumPasswordLength: 14, RequireSymbols: true } };
    const strict = new IAMClient(serve([sandboxAccount({ iam })]).client);
    const { PasswordPolicy } = await strict.send(new GetAccountPasswordPolicyCommand({}));
    expect(PasswordPolicy).to.deep.equal({ MinimumPasswordLength: 14, RequireSymbols: true });
  });

  it('lists aliases', async () => {
    const reply = await client().send(new ListAccountAliasesCommand({}));
    expect(reply.AccountAliases).to.deep.equal(['acme-ml']);
  });

  it('lists and gives identity providers', async () => {
    const iam = client();
    const { OpenIDConnectProviderList } = await iam.send(new ListOpenIDConnectProvidersCommand({}));
    expect(OpenIDConnectProviderList).to.deep.equal([{ Arn: oidc }]);
    const provider = new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: oidc });
    expect(await iam.send(provider)).to.deep.include({
      Url: 'ci.example',
      ClientIDList: ['sts.amazonaws.com'],
      ThumbprintList: ['ab'],
    });
    const { SAMLProviderList } = await iam.send(new ListSAMLProvidersCommand({}));
    expect(SAMLProviderList).to.deep.equal([
      { Arn: saml, ValidUntil: new Date('2027-01-01T00:00:00Z') },
    ]);
    const corp = await iam.send(new GetSAMLProviderCommand({ SAMLProviderArn: saml }));
    expect(corp.SAMLMetadataDocument).to.equal('<a>&</a>');
    const missing = iam.send(new GetSAMLProviderCommand({ SAMLProviderArn: `${saml}x` }));
    expect(await failureOf(missing)).to.include({ code: 'NoSuchEntity', status: 404 });
  });

  it('gives a managed policy without its versions, and a version by its id', async () => {
    const iam = client();
    const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn: base }));
    expect(Policy).to.deep.equal({ Arn: base, DefaultVersionId: 'v2' });
    const read = (VersionId: string) =>
      iam.send(new GetPolicyVersionCommand({ PolicyArn: base, VersionId }));
    const { PolicyVersion } = await read('v2');
    const Document = encodeURIComponent('{"Statement":[]}');
    expect(PolicyVersion).to.deep.equal({ VersionId: 'v2', IsDefaultVersion: true, Document });
    expect(await failureOf(read('v1'))).to.include({ code: 'NoSuchEntity', status: 404 });
  });
});
