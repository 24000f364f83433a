import { expect } from 'chai';
import { iamAccountCollector } from '../../../src/collect/iam/account.ts';
import { absent, present } from '../../../src/model/observed.ts';
import { reportReply } from '../../support/credential-report.ts';
import { awsError, collectFrom, type Answers } from '../../support/fake-aws.ts';

const root = 'arn:aws:iam::111122223333:root';

const answers: Answers = {
  'iam:ListAccountAliases': { AccountAliases: ['acme'], IsTruncated: false },
  'iam:GetAccountPasswordPolicy': {
    PasswordPolicy: {
      MinimumPasswordLength: 14,
      RequireSymbols: true,
      RequireNumbers: true,
      RequireUppercaseCharacters: true,
      RequireLowercaseCharacters: false,
      ExpirePasswords: false,
      PasswordReusePrevention: 24,
    },
  },
  'iam:GenerateCredentialReport': { State: 'COMPLETE' },
  'iam:GetCredentialReport': reportReply([
    { user: '<root_account>', arn: root, password_enabled: 'not_supported', mfa_active: 'true' },
  ]),
};

describe('iamAccountCollector', () => {
  it('reads the settings of the account', async () => {
    const { one, universes } = await collectFrom(iamAccountCollector, answers);
    expect(one('iam.account')).to.deep.equal({
      kind: 'iam.account',
      id: root,
      name: '111122223333',
      account: '111122223333',
      region: 'global',
      aliases: present(['acme']),
      passwordPolicy: present({
        minimumLength: 14,
        requireSymbols: true,
        requireNumbers: true,
        requireUppercase: true,
        requireLowercase: false,
        maxAge: null,
        reusePrevention: 24,
      }),
      rootCredentials: present({
        passwordEnabled: true,
        mfaActive: true,
        accessKeys: [
          { active: false, lastRotated: null },
          { active: false, lastRotated: null },
        ],
      }),
      reportGeneratedAt: present('2026-11-01T08:00:00.000Z'),
    });
    expect(universes).to.deep.equal([{ kind: 'iam.account', region: 'global', end: 'complete' }]);
  });

  it('takes NoSuchEntity for "no password policy"', async () => {
    const { one } = await collectFrom(iamAccountCollector, {
      ...answers,
      'iam:GetAccountPasswordPolicy': awsError('NoSuchEntity'),
    });
    expect(one('iam.account').passwordPolicy).to.deep.equal(absent);
  });

  it('does not take a missing switch of the password policy for off', async () => {
    const { one } = await collectFrom(iamAccountCollector, {
      ...answers,
      'iam:GetAccountPasswordPolicy': { PasswordPolicy: { MinimumPasswordLength: 14 } },
    });
    expect(one('iam.account').passwordPolicy).to.deep.include({
      state: 'error',
      code: 'IncompleteReply',
    });
  });

  it('writes the account although everything is denied', async () => {
    const no = awsError('AccessDenied');
    const { one } = await collectFrom(iamAccountCollector, {
      'iam:ListAccountAliases': no,
      'iam:GetAccountPasswordPolicy': no,
      'iam:GenerateCredentialReport': no,
    });
    const denied = (call: string) => ({ state: 'denied', call, code: 'AccessDenied' });
    const { aliases, passwordPolicy, rootCredentials, reportGeneratedAt } = one('iam.account');
    expect({ aliases, passwordPolicy, rootCredentials, reportGeneratedAt }).to.deep.equal({
      aliases: denied('iam:ListAccountAliases'),
      passwordPolicy: denied('iam:GetAccountPasswordPolicy'),
      rootCredentials: denied('iam:GenerateCredentialReport'),
      reportGeneratedAt: denied('iam:GenerateCredentialReport'),
    });
  });
});
