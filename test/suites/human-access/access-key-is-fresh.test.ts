import rule from '../../../suites/human-access/access-key-is-fresh.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { ruleCases } from '../../support/rule-cases.ts';

interface KeyDates {
  readonly active?: boolean;
  readonly made: string | null;
  readonly used: string | null;
}

// The snapshot of the tests ends on 2026-11-01.
const user = (...keys: readonly KeyDates[]) =>
  build('iam.user', {
    credentials: present({
      passwordEnabled: false,
      mfaActive: false,
      accessKeys: keys.map(({ active = true, made }) => ({ active, lastRotated: made })),
    }),
    credentialUse: present({
      passwordLastUsed: null,
      accessKeysLastUsed: keys.map(({ used }) => used),
    }),
  });
const october = '2026-10-10T00:00:00+00:00';
const july = '2026-07-01T00:00:00+00:00';
const september = '2026-09-01T00:00:00+00:00';

ruleCases(rule, {
  pass: [
    {
      name: 'the two clocks differ by an hour',
      resource: user({ made: '2026-11-01T01:00:00+00:00', used: '2026-11-01T01:00:00+00:00' }),
    },
    { name: 'the key is young and in use', resource: user({ made: september, used: october }) },
    { name: 'the key is new and not used yet', resource: user({ made: october, used: null }) },
    {
      name: 'the old key is inactive',
      resource: user({ active: false, made: july, used: july }, { made: october, used: october }),
    },
    {
      name: 'the configured limits are wider',
      resource: user({ made: july, used: september }),
      params: { maximumAgeDays: 365, maximumIdleDays: 90 },
    },
  ],
  fail: [
    {
      name: 'the key is old',
      resource: user({ made: july, used: october }),
      findings: ['key-1:old'],
    },
    {
      name: 'the key is no longer used',
      resource: user({ made: september, used: september }),
      findings: ['key-1:unused'],
    },
    {
      name: 'the key was never used',
      resource: user({ made: september, used: null }),
      findings: ['key-1:unused'],
    },
    {
      name: 'the second key is old and unused',
      resource: user({ made: october, used: october }, { made: july, used: july }),
      findings: ['key-2:old', 'key-2:unused'],
    },
  ],
  unknown: [
    {
      name: 'the credential report could not be made',
      resource: build('iam.user', {
        credentials: notCollected('denied'),
        credentialUse: notCollected('denied'),
      }),
      missing: ['credentials', 'credentialUse'],
    },
    {
      name: 'the report gives no date for an active key',
      resource: user({ made: null, used: october }),
      missing: ['dates of key-1'],
    },
    {
      name: 'the key was made after the snapshot, by a clock that is wrong',
      resource: user({ made: '2027-05-01T00:00:00+00:00', used: null }),
      missing: ['dates of key-1'],
    },
    {
      name: 'the key was last used after the snapshot',
      resource: user({ made: october, used: '2027-05-01T00:00:00+00:00' }),
      missing: ['dates of key-1'],
    },
    {
      name: 'a date cannot be read',
      resource: user({ made: 'N/A', used: october }),
      missing: ['dates of key-1'],
    },
    {
      name: 'the user is not in the report',
      resource: build('iam.user'),
      missing: ['credentials'],
    },
  ],
  notApplicable: [
    { name: 'the user has no keys', resource: user() },
    {
      name: 'the only key is inactive',
      resource: user({ active: false, made: july, used: null }),
    },
  ],
});
