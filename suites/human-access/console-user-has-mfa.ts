import {
  fail,
  judge,
  notApplicable,
  notCollected,
  pass,
  rule,
  unknown,
} from '../../src/rule/index.ts';

export default rule({
  id: 'human-access/console-user-has-mfa',
  code: 'HUM-07',
  title: 'Console users have MFA',
  severity: 'high',
  why: 'A password alone is guessed, phished or reused; with it goes all that the user may do to data and models.',
  fix: 'Have the user register an MFA device (EnableMFADevice), or delete the password with DeleteLoginProfile and give the person a role through IAM Identity Center.',
  on: 'iam.user',
  needs: ['credentials'],
  check: (user) =>
    judge({ credentials: user.credentials }, ({ credentials }) => {
      if (credentials === null) {
        const why = notCollected('the user is not in the credential report');
        return unknown({ what: 'credentials', why, mend: 'take a new snapshot in four hours' });
      }
      if (!credentials.passwordEnabled) return notApplicable('the user has no console password');
      if (credentials.mfaActive) return pass();
      return fail({
        finding: 'no-mfa',
        expected: 'an MFA device',
        got: 'a console password without MFA',
        field: 'credentials.mfaActive',
      });
    }),
});
