import { expect } from 'chai';
import { iamOidcProviderCollector } from '../../../src/collect/iam/oidc-provider.ts';
import { iamSamlProviderCollector } from '../../../src/collect/iam/saml-provider.ts';
import { sha256 } from '../../../src/model/canonical.ts';
import { present } from '../../../src/model/observed.ts';
import { awsError, collectFrom } from '../../support/fake-aws.ts';

const oidcArn = 'arn:aws:iam::111122223333:oidc-provider/token.example.com/path';
const samlArn = 'arn:aws:iam::111122223333:saml-provider/corp';

describe('iamOidcProviderCollector', () => {
  it('reads each provider of the list', async () => {
    const { one, universes } = await collectFrom(iamOidcProviderCollector, {
      'iam:ListOpenIDConnectProviders': { OpenIDConnectProviderList: [{ Arn: oidcArn }] },
      'iam:GetOpenIDConnectProvider': {
        Url: 'token.example.com/path',
        ClientIDList: ['sts.amazonaws.com'],
        ThumbprintList: [],
      },
    });
    expect(one('iam.oidc-provider')).to.deep.equal({
      kind: 'iam.oidc-provider',
      id: oidcArn,
      name: 'token.example.com/path',
      account: '111122223333',
      region: 'global',
      url: present('token.example.com/path'),
      clientIds: present(['sts.amazonaws.com']),
      thumbprints: present([]),
      tags: present({}),
    });
    expect(universes).to.deep.equal([
      { kind: 'iam.oidc-provider', region: 'global', end: 'complete' },
    ]);
  });

  it('writes a provider that is gone with every field gone', async () => {
    const { one } = await collectFrom(iamOidcProviderCollector, {
      'iam:ListOpenIDConnectProviders': { OpenIDConnectProviderList: [{ Arn: oidcArn }] },
      'iam:GetOpenIDConnectProvider': awsError('NoSuchEntity'),
    });
    const gone = { state: 'gone', call: 'iam:GetOpenIDConnectProvider', code: 'NoSuchEntity' };
    const { url, clientIds, thumbprints, tags } = one('iam.oidc-provider');
    expect({ url, clientIds, thumbprints, tags }).to.deep.equal({
      url: gone,
      clientIds: gone,
      thumbprints: gone,
      tags: gone,
    });
  });

  it('does not take a reply without its list for an empty list', async () => {
    const { of, universes } = await collectFrom(iamOidcProviderCollector, {
      'iam:ListOpenIDConnectProviders': {},
    });
    expect(of('iam.oidc-provider')).to.deep.equal([]);
    expect(universes).to.have.lengthOf(1);
    expect(universes[0]).to.deep.include({ end: 'error' });
  });
});

describe('iamSamlProviderCollector', () => {
  it('keeps a hash of the metadata, and not the metadata', async () => {
    const { one } = await collectFrom(iamSamlProviderCollector, {
      'iam:ListSAMLProviders': { SAMLProviderList: [{ Arn: samlArn }] },
      'iam:GetSAMLProvider': {
        SAMLMetadataDocument: '<EntityDescriptor/>',
        ValidUntil: new Date('2030-01-01T00:00:00Z'),
        Tags: [{ Key: 'team', Value: '' }],
      },
    });
    expect(one('iam.saml-provider')).to.deep.equal({
      kind: 'iam.saml-provider',
      id: samlArn,
      name: 'corp',
      account: '111122223333',
      region: 'global',
      metadataSha256: present(sha256('<EntityDescriptor/>')),
      validUntil: present('2030-01-01T00:00:00.000Z'),
      tags: present({ team: '' }),
    });
  });

  it('ends the universe as denied when the list is denied', async () => {
    const { universes } = await collectFrom(iamSamlProviderCollector, {
      'iam:ListSAMLProviders': awsError('AccessDenied', 'no identity-based policy allows it'),
    });
    const problem = {
      state: 'denied',
      call: 'iam:ListSAMLProviders',
      code: 'AccessDenied',
      why: 'identity-policy',
    };
    expect(universes).to.deep.equal([
      { kind: 'iam.saml-provider', region: 'global', end: 'denied', problem },
    ]);
  });
});
