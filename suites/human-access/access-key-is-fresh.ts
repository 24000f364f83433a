import {
  daysBetween,
  fail,
  judge,
  notApplicable,
  notCollected,
  pass,
  rule,
  unknown,
  type Evidence,
  type Missing,
} from '../../src/rule/index.ts';

export default rule({
  id: 'human-access/access-key-is-fresh',
  code: 'HUM-08',
  title: 'Access keys of users are young and in use',
  severity: 'medium',
  why: 'A long-lived key lies in more places each month, and nobody misses an unused one when it is stolen.',
  fix: 'Make a new key with CreateAccessKey, move its users over, then UpdateAccessKey to Inactive and DeleteAccessKey; better, use a role.',
  on: 'iam.user',
  needs: ['credentials', 'credentialUse'],
  params: { maximumAgeDays: 90, maximumIdleDays: 45 },
  check: (user, account, params) =>
    judge(
      { credentials: user.credentials, credentialUse: user.credentialUse },
      ({ credentials, credentialUse }) => {
        if (credentials === null || credentialUse === null) {
          const why = notCollected('the user is not in the credential report');
          return unknown({ what: 'credentials', why, mend: 'take a new snapshot in four hours' });
        }
        const keys = credentials.accessKeys.flatMap((key, index) =>
          key.active
            ? [{ made: key.lastRotated, used: credentialUse.accessKeysLastUsed[index], index }]
            : [],
        );
        if (keys.length === 0) return notApplicable('the user has no active access key');
        const findings = keys.map((key) => judgeKey(key, account.takenAt, params));
        const [first, ...rest] = findings.flatMap((one) => one.evidence);
        if (first !== undefined) return fail(first, ...rest);
        const [gap, ...gaps] = findings.flatMap((one) => one.missing);
        return gap === undefined ? pass() : unknown(gap, ...gaps);
      },
    ),
});

interface ActiveKey {
  readonly index: number;
  readonly made: string | null;
  /** Null: never used. Undefined: the report does not say. */
  readonly used: string | null | undefined;
}

interface Limits {
  readonly maximumAgeDays: number;
  readonly maximumIdleDays: number;
}

function judgeKey(
  key: ActiveKey,
  now: string,
  limits: Limits,
): { readonly evidence: readonly Evidence[]; readonly missing: readonly Missing[] } {
  const name = `key-${key.index + 1}`;
  const age = key.made === null ? undefined : daysSince(key.made, now);
  // A key that was never used is idle since it was made.
  const idle = key.used === null ? age : key.used && daysSince(key.used, now);
  const evidence: Evidence[] = [];
  if (typeof age === 'number' && age > limits.maximumAgeDays) {
    const expected = `at most ${limits.maximumAgeDays} days old`;
    evidence.push({ finding: `${name}:old`, expected, got: `${Math.floor(age)} days` });
  }
  if (typeof idle === 'number' && idle > limits.maximumIdleDays) {
    const expected = `used within ${limits.maximumIdleDays} days`;
    evidence.push({ finding: `${name}:unused`, expected, got: `idle ${Math.floor(idle)} days` });
  }
  const told = typeof age === 'number' && typeof idle === 'number';
  const why = notCollected('the credential report gives no date, or one after the snapshot');
  return { evidence, missing: told ? [] : [{ what: `dates of ${name}`, why }] };
}

/** Undefined for a date that cannot be: more than a day ahead, one of the two clocks is wrong. */
function daysSince(date: string, now: string): number | undefined {
  const days = daysBetween(date, now);
  return days === undefined || days < -1 ? undefined : days;
}
