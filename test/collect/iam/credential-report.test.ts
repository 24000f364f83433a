import { expect } from 'chai';
import { credentialRows } from '../../../src/collect/iam/credential-report.ts';
import { IncompleteReply } from '../../../src/collect/reply/observe.ts';
import { readCredentialReport } from '../../../src/collect/iam/read-credential-report.ts';
import { userCredentials } from '../../../src/collect/iam/user-credentials.ts';
import { present } from '../../../src/model/observed.ts';
import { reportReply, reportText } from '../../support/credential-report.ts';
import { awsError, fakeAws, type Answers, type FakeCall } from '../../support/fake-aws.ts';

const arn = 'arn:aws:iam::111122223333:user/ada';
const generatedAt = '2026-11-01T08:00:00.000Z';

function reportOf(...rows: readonly Readonly<Record<string, string>>[]) {
  return present({ generatedAt, rows: credentialRows(reportText(rows)) });
}

async function read(answers: Answers) {
  const calls: FakeCall[] = [];
  const waits: number[] = [];
  const sleep = async (milliseconds: number) => {
    waits.push(milliseconds);
  };
  const report = await readCredentialReport({ ...fakeAws(answers, calls), sleep });
  return { report, waits, calls: calls.map((call) => call.operation) };
}

describe('credentialRows', () => {
  it('refuses a header without a column it needs', () => {
    const text = reportText([{ user: 'ada', arn }]).replace('mfa_active', 'mfa');
    expect(() => credentialRows(text)).to.throw(IncompleteReply, 'column mfa_active');
  });

  it('refuses a header with a column twice', () => {
    const text = reportText([{ user: 'ada', arn }]).replace('cert_1_active', 'mfa_active');
    expect(() => credentialRows(text)).to.throw(IncompleteReply, 'single column mfa_active');
  });

  it('refuses an empty report', () => {
    expect(() => credentialRows('')).to.throw(IncompleteReply);
  });

  it('takes a report with new columns at the end', () => {
    const text = reportText([{ user: 'ada', arn }])
      .replace('cert_2_last_rotated', 'cert_2_last_rotated,additional_credentials_info')
      .concat(',x');
    expect([...credentialRows(text).keys()]).to.deep.equal([arn]);
  });

  it('leaves out a row of another width, and a user with two rows', () => {
    const text = reportText([
      { user: 'b', arn: `${arn}b` },
      { user: 'a,b', arn: `${arn}c` },
      { user: 'ada', arn },
      { user: 'ada', arn, mfa_active: 'true' },
    ]);
    expect([...credentialRows(text).keys()]).to.deep.equal([`${arn}b`]);
  });
});

describe('userCredentials', () => {
  it('reads flags and dates', () => {
    const report = reportOf({
      user: 'ada',
      arn,
      password_enabled: 'true',
      password_last_used: '2026-10-01T12:00:00+00:00',
      mfa_active: 'TRUE',
      access_key_1_active: 'true',
      access_key_1_last_rotated: '2025-01-02T03:04:05+00:00',
      access_key_1_last_used_date: 'N/A',
    });
    expect(userCredentials(report, arn)).to.deep.equal({
      credentials: present({
        passwordEnabled: true,
        mfaActive: true,
        accessKeys: [
          { active: true, lastRotated: '2025-01-02T03:04:05.000Z' },
          { active: false, lastRotated: null },
        ],
      }),
      credentialUse: present({
        passwordLastUsed: '2026-10-01T12:00:00.000Z',
        accessKeysLastUsed: [null, null],
      }),
    });
  });

  it('takes no_information for never used', () => {
    const report = reportOf({ user: 'ada', arn, password_last_used: 'no_information' });
    expect(userCredentials(report, arn).credentialUse).to.deep.equal(
      present({ passwordLastUsed: null, accessKeysLastUsed: [null, null] }),
    );
  });

  it('takes it that the root user has a password when AWS does not tell', () => {
    const root = 'arn:aws:iam::111122223333:root';
    const row = { user: '<root_account>', arn: root, password_enabled: 'not_supported' };
    expect(userCredentials(reportOf(row), root).credentials).to.deep.include({
      value: {
        passwordEnabled: true,
        mfaActive: false,
        accessKeys: [
          { active: false, lastRotated: null },
          { active: false, lastRotated: null },
        ],
      },
    });
  });

  it('makes an error of a flag or a date that is neither', () => {
    const report = reportOf({ user: 'ada', arn, mfa_active: 'N/A', password_last_used: 'soon' });
    expect(userCredentials(report, arn)).to.deep.equal({
      credentials: {
        state: 'error',
        call: 'iam:GetCredentialReport',
        code: 'IncompleteReply',
        message: 'the reply has no true or false in mfa_active',
      },
      credentialUse: {
        state: 'error',
        call: 'iam:GetCredentialReport',
        code: 'IncompleteReply',
        message: 'the reply has no date in password_last_used',
      },
    });
  });

  it('says that a user without a row was not collected', () => {
    const state = {
      state: 'not-collected',
      why: 'the credential report has no row for this user',
    };
    expect(userCredentials(reportOf({ user: 'eve', arn: `${arn}2` }), arn)).to.deep.equal({
      credentials: state,
      credentialUse: state,
    });
  });
});

describe('readCredentialReport', () => {
  it('waits until the report is made', async () => {
    const states = ['STARTED', 'INPROGRESS', 'COMPLETE'] as const;
    let asked = 0;
    const { report, waits } = await read({
      'iam:GenerateCredentialReport': () => ({ State: states[asked++] }),
      'iam:GetCredentialReport': reportReply([{ user: 'ada', arn }]),
    });
    expect(waits).to.deep.equal([500, 1000]);
    expect(report).to.deep.equal(reportOf({ user: 'ada', arn }));
  });

  it('gives up on a report that is never ready, without reading an old one', async () => {
    const { report, calls } = await read({
      'iam:GenerateCredentialReport': { State: 'INPROGRESS' },
    });
    expect(report).to.deep.include({ state: 'error', code: 'ReportNotReady' });
    expect(new Set(calls)).to.deep.equal(new Set(['iam:GenerateCredentialReport']));
  });

  it('says who may not have it made', async () => {
    const { report } = await read({
      'iam:GenerateCredentialReport': awsError(
        'AccessDenied',
        'with an explicit deny in a service control policy',
      ),
    });
    expect(report).to.deep.equal({
      state: 'denied',
      call: 'iam:GenerateCredentialReport',
      code: 'AccessDenied',
      why: 'service-control-policy',
    });
  });

  for (const [what, reply, code] of [
    ['is not there', awsError('CredentialReportNotPresent'), 'CredentialReportNotPresent'],
    ['has no content', { GeneratedTime: new Date(generatedAt) }, 'IncompleteReply'],
    ['has no date', { Content: new Uint8Array() }, 'IncompleteReply'],
    [
      'is empty',
      { Content: new Uint8Array(), GeneratedTime: new Date(generatedAt) },
      'IncompleteReply',
    ],
  ] as const) {
    it(`makes an error of a report that ${what}`, async () => {
      const { report } = await read({
        'iam:GenerateCredentialReport': { State: 'COMPLETE' },
        'iam:GetCredentialReport': reply,
      });
      expect(report).to.deep.include({ state: 'error', code });
    });
  }
});
