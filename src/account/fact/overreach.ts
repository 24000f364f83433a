import type { Policy, Statement } from '../../model/policy.ts';
import { globCovers } from '../../policy/glob.ts';
import { printPolicy } from '../../policy/print-policy.ts';
import type { Answer, Witness } from '../../reach/answer.ts';
import { ownSideGaps } from '../access/own-side-gaps.ts';
import type { Account } from '../account.ts';
import { ownExcess } from '../reach/own-excess.ts';
import { ownReach } from '../reach/own-reach.ts';
import type { Reach } from '../reach/reach-answer.ts';
import { withOwnValues } from '../reach/with-own-values.ts';
import { matchesAction } from './action-match.ts';
import { isFixed, mayMean, patternParts } from './arn-pattern.ts';
import { foreignPlaces } from './foreign-places.ts';
import type { ReadPolicy } from './read-policy.ts';

/** Whether a policy lets anybody work on objects. */
export function grantsObjects({ statements }: Policy): boolean {
  return statements.some((statement) => valuesOf(statement).length > 0);
}

/** Whether it does by ARNs of access points. */
export function grantsByAccessPoint({ statements }: Policy): boolean {
  return statements.flatMap(valuesOf).some(({ value }) => /^arn:.*:accesspoint\//.test(value));
}

/** What reads, replaces or removes objects. */
export const objectActions = [
  ...['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'],
  ...['s3:DeleteObject', 's3:DeleteObjectVersion'],
];

/** A value of `Resource` by which a statement grants more than objects in some places. */
export interface Overreach {
  readonly policy: string;
  readonly statement: Statement;
  /** As written, or `NotResource`. */
  readonly value: string;
  /** The bucket's name is not fixed. */
  readonly anyBucket: boolean;
  /** `held`: only by other policies does the role stay inside. `may`: it cannot be told. */
  readonly is: 'yes' | 'held' | 'may';
  /** For `yes`: a request outside the places that is allowed, if it is one of the account. */
  readonly proof?: Reach;
  /** What is granted outside; for `may`: why it cannot be told. */
  readonly text: string;
}

/**
 * Every value by which a role's own policies let it work on objects outside the places (ARN
 * patterns). What is left out is proven to stay inside.
 */
export function overreaches(
  account: Account,
  role: string,
  granted: {
    readonly policies: readonly ReadPolicy[];
    readonly places: readonly string[];
  },
): readonly Overreach[] {
  return granted.policies.flatMap(({ name, policy }) =>
    policy.statements.flatMap((statement) =>
      valuesOf(statement).flatMap(({ value, narrowed }) => {
        if (isInside(value, granted.places)) return [];
        const base = { policy: name, statement, value, anyBucket: isAnyBucket(value, account.id) };
        const answer = askOutside(account, role, { ...granted, version: policy.version, narrowed });
        if (answer.is === 'no') return [];
        if (answer.is === 'may') return [{ ...base, is: 'may', text: answer.reasons.join('; ') }];
        return [{ ...base, ...effectOf(account, role, { ...base, witness: answer.witness }) }];
      }),
    ),
  );
}

interface Narrowed {
  readonly value: string;
  /** The statement with this value alone. */
  readonly narrowed: Statement;
}

function valuesOf(statement: Statement): readonly Narrowed[] {
  const { effect, action, resource } = statement;
  if (effect !== 'Allow' || resource === undefined) return [];
  if (!objectActions.some((one) => matchesAction(action, one))) return [];
  if (resource.not) return [{ value: 'NotResource', narrowed: statement }];
  return resource.values
    .filter((value) => mayMean(value, 'arn:*:s3:*:*:*'))
    .map((value) => ({
      value,
      narrowed: { ...statement, resource: { not: false, values: [value] } },
    }));
}

/** At a glance, as it mostly is: a place covers the value as it is written. */
function isInside(value: string, places: readonly string[]): boolean {
  const open = value.replaceAll(/\$\{[^{}]*\}/g, '*');
  return places.some((place) => globCovers(place, open));
}

/** By the role's own policies: this statement and every Deny; and with the tags that it has. */
function askOutside(
  account: Account,
  role: string,
  {
    policies,
    places,
    version,
    narrowed,
  }: {
    readonly policies: readonly ReadPolicy[];
    readonly places: readonly string[];
    readonly version: Policy['version'];
    readonly narrowed: Statement;
  },
): Answer {
  // What a variable means depends on the version, so a Deny of another version is left out.
  const denies = policies
    .filter(({ policy }) => policy.version === version)
    .flatMap(({ policy }) => policy.statements.filter(({ effect }) => effect === 'Deny'));
  const limit = {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', NotAction: objectActions, Resource: '*' },
      ...(places.length === 0
        ? []
        : [{ Effect: 'Allow', Action: objectActions, Resource: [...places] }]),
    ],
  };
  const granting = printPolicy({ version, statements: [narrowed, ...denies] });
  return ownExcess(account, role, { granting, limit });
}

interface Found extends Omit<Overreach, 'is' | 'text' | 'policy'> {
  readonly witness: Witness;
}

type Effect = Pick<Overreach, 'is' | 'proof' | 'text'>;

/** What becomes of it under the boundary, the organisation, the bucket and its key. */
function effectOf(account: Account, role: string, found: Found): Effect {
  const { value, anyBucket, witness } = found;
  const { action, resource } = witness;
  const text = anyBucket ? `${action} in every bucket that it fits` : `${action} on ${resource}`;
  const tried = ownReach(account, role, { action, resource });
  if (tried?.answer.is === 'yes') return { is: 'yes', proof: tried, text };
  const actions = objectActions.filter((one) => matchesAction(found.statement.action, one));
  // The key may stop the reader, and not the writer.
  for (const one of actions) {
    const other = ownReach(account, role, { action: one, resource });
    if (other?.answer.is !== 'yes') continue;
    return { is: 'yes', proof: other, text: anyBucket ? text : `${one} on ${resource}` };
  }
  const named = value === 'NotResource' ? '*' : withOwnValues(account, role, value);
  const wide = widened(named, account.id);
  const places = [wide, ...foreignPlaces(account, named, 's3')];
  const answers = places.flatMap((place) =>
    actions.map((one) => ({
      isForeign: place !== wide,
      ask: () => account.reach(role, { action: one, resource: place }),
    })),
  );
  if (answers.every(({ ask }) => ask().is === 'no')) {
    if (!isNamedByVariable(named)) return { is: 'held', text };
    return { is: 'may', text: `${text}: another account may have a bucket of such a name` };
  }
  // Other accounts have the last word on their buckets; it is enough that the own side lets it go.
  const leaves =
    isForeign(account, resource) || answers.some((one) => one.isForeign && one.ask().is !== 'no');
  if (leaves && ownSideGaps(account, role).length === 0) return { is: 'yes', text };
  const reasons = [...(tried ? [tried.answer] : []), ...answers.map(({ ask }) => ask())]
    .filter(({ is }) => is === 'may')
    .flatMap(({ pairs }) => pairs.flatMap((pair) => pair.reasons));
  return { is: 'may', text: `${text}: ${[...new Set(reasons)].slice(0, 3).join('; ')}` };
}

/** A pattern for all that the value may be about. */
function widened(value: string, account: string): string {
  return value.includes('${') ? (patternParts(value, account)?.join(':') ?? '*') : value;
}

/** The name of the bucket is not known before the session of the caller is. */
function isNamedByVariable(value: string): boolean {
  const marked = value.replaceAll(/\$\{[^{}]*\}/g, '$');
  return marked.split(':').slice(5).join(':').split('/')[0]?.includes('$') === true;
}

function isAnyBucket(value: string, account: string): boolean {
  const [, , , , owner = '*', resource = '*'] = patternParts(value, account) ?? [];
  return !isFixed(owner === '' ? (resource.split('/')[0] ?? '*') : owner);
}

function isForeign(account: Account, object: string): boolean {
  const [bucket = ''] = object.split('/');
  const isOwn =
    account.find('s3.bucket', bucket) !== undefined || bucket.includes(`:${account.id}:`);
  return !isOwn && account.gaps('s3.bucket').length === 0;
}
