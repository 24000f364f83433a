import { actionFacts } from '../../facts/action-facts.ts';
import type { Kind } from '../../model/resource.ts';
import type { Missing } from '../../model/verdict.ts';
import { globMatches, globsOverlap } from '../../policy/glob.ts';
import { areasOf } from '../../reach/access/area.ts';
import type { Account } from '../account.ts';
import type { ResourceSide } from '../access/resource-policies.ts';
import { sidesOf } from '../access/sides.ts';
import { throughAccessPoints } from './access-points.ts';

/** Resources of the question that share one resource side. */
export interface Place {
  /** ARN patterns; all of them must fit. */
  readonly patterns: readonly string[];
  readonly side: ResourceSide;
}

export interface Places {
  readonly list: readonly Place[];
  /** Why there may be further resources that the pattern fits. */
  readonly missing: readonly Missing[];
}

/**
 * A pattern over resources that each have a policy of their own is one place for each of them that
 * the snapshot has; those of other accounts are not among them.
 */
export function placesOf(account: Account, asked: string, action: string): Places {
  const pattern = ownPattern(account, keyArn(account, asked, action));
  const ofBuckets = bucketPattern(asked);
  const direct = bothOf(
    directPlaces(account, pattern, action),
    ...(ofBuckets === undefined ? [] : [directPlaces(account, ofBuckets, action)]),
  );
  const through = throughAccessPoints(
    account,
    { pattern: ofBuckets ?? pattern, action },
    direct.list,
  );
  return {
    list: [...direct.list, ...through.list],
    missing: [...direct.missing, ...through.missing],
  };
}

function bothOf(...all: readonly Places[]): Places {
  return {
    list: all.flatMap(({ list }) => list),
    missing: all.flatMap(({ missing }) => missing),
  };
}

/** Wildcards for region and account also stand for none, as in the ARN of a bucket. */
function bucketPattern(pattern: string): string | undefined {
  const [, start = '', region = '', owner = '', name = ''] =
    /^(arn:[^:]*:s3):([^:]*):([^:]*):(.*)$/s.exec(pattern) ?? [];
  const isOpen = region + owner !== '' && /^\**$/.test(region + owner);
  return isOpen ? `${start}:::${name}` : undefined;
}

/** An alias stands for its key, but where the action is about aliases themselves. */
function keyArn(account: Account, pattern: string, action: string): string {
  if (!/^arn:[^:]*:kms:[^:]*:[^:]*:alias\/[^*?]+$/.test(pattern)) return pattern;
  if (areasOf(action, [pattern]).list.length > 0) return pattern;
  const lookup = account.key(pattern, '');
  return lookup.found === 'key' ? lookup.key.id : pattern;
}

/** A pattern over accounts is about this one, if it fits. */
function ownPattern(account: Account, pattern: string): string {
  const [, start = '', owner = '', rest = ''] =
    /^((?:[^:]*:){4})([^:]*)(:.*)$/s.exec(pattern) ?? [];
  const isOpen = /[*?]/.test(owner) && globMatches(owner, account.id);
  return isOpen ? `${start}${account.id}${rest}` : pattern;
}

function directPlaces(account: Account, pattern: string, action: string): Places {
  const over = families.filter((one) => isOver(one, pattern, action));
  const list = over.flatMap(({ kind, patternsOf }) =>
    account
      .all(kind)
      .flatMap(({ id }) => patternsOf(id))
      .filter((one) => pattern === '*' || globsOverlap(one, pattern)),
  );
  const places = list.map((one) => ({
    patterns: [one, pattern],
    side: sidesOf(account).resource(one.replace(/\/\*$/, '/x')),
  }));
  const isWhole = over.some(({ isWhole: whole }) => whole(pattern));
  const others = isWhole ? [] : [directPlace(account, pattern, action)];
  const kinds = new Set(over.map(({ kind }) => kind));
  const missing = [...kinds].flatMap((kind) => account.gaps(kind));
  return { list: [...others, ...places], missing };
}

function directPlace(account: Account, pattern: string, action: string): Place {
  const side = sidesOf(account).resource(someRole(account, pattern, action) ?? pattern);
  return { patterns: [pattern], side };
}

/**
 * Trust policies count for STS alone, so for other actions a pattern over roles, or a role that the
 * snapshot does not have, is about no policy.
 */
function someRole(account: Account, pattern: string, action: string): string | undefined {
  const [, start] = /^(arn:[^:]*:iam::[^:]*:)role\//.exec(pattern) ?? [];
  if (start === undefined || /^sts:/i.test(action)) return undefined;
  return account.find('iam.role', pattern) === undefined ? `${start}root` : undefined;
}

interface Family {
  readonly kind: Kind;
  /** Of a resource: what its policy is about. */
  readonly patternsOf: (id: string) => readonly string[];
  /** Services whose actions are about such resources alone, where they are about any. */
  readonly services: readonly string[];
  /** Types of resources, as the reference calls them, that the family is among. */
  readonly types: readonly string[];
  /** The part of an ARN that tells resources with policies apart. */
  readonly part: RegExp;
  /** Whether all that the pattern fits has such a policy. */
  readonly isWhole: (pattern: string) => boolean;
}

const itself = (id: string): readonly string[] => [id];
const always = (): boolean => true;

const families: readonly Family[] = [
  {
    kind: 's3.bucket',
    patternsOf: (id) => [id, `${id}/*`],
    services: ['s3'],
    types: [],
    part: /^arn:[^:]*:s3:::([^/]*)/,
    isWhole: always,
  },
  {
    kind: 'kms.key',
    patternsOf: itself,
    services: ['kms'],
    types: [],
    part: /^arn:[^:]*:kms:([^:]*:[^:]*:(?!alias\/).*)$/s,
    isWhole: always,
  },
  {
    kind: 'ecr.repository',
    patternsOf: itself,
    services: ['ecr'],
    types: [],
    part: /^arn:[^:]*:ecr:(.*)$/s,
    isWhole: always,
  },
  {
    kind: 'iam.role',
    patternsOf: itself,
    services: ['sts'],
    types: [],
    part: /^arn:[^:]*:iam:(.*:role\/.*)$/s,
    isWhole: always,
  },
  {
    kind: 'sagemaker.model-package-group',
    patternsOf: itself,
    services: [],
    types: ['model-package-group'],
    part: /^arn:[^:]*:sagemaker:(.*:model-package-group\/.*)$/s,
    isWhole: (pattern) => pattern !== '*',
  },
  {
    // The policy of a group is for its packages, too; there are packages without a group.
    kind: 'sagemaker.model-package-group',
    patternsOf: (id) => [`${id.replace(':model-package-group/', ':model-package/')}/*`],
    services: [],
    types: ['model-package'],
    part: /^arn:[^:]*:sagemaker:(.*:model-package\/.*)$/s,
    isWhole: () => false,
  },
];

function isOver({ services, types, part, kind }: Family, pattern: string, action: string): boolean {
  const ofService = services.some((one) => action.toLowerCase().startsWith(`${one}:`));
  if (/^\*+$/.test(pattern)) {
    const known = actionFacts(action)?.resourceTypes;
    const isOfType = known?.some(({ name }) => types.includes(name)) === true;
    return isOfType || (ofService && known?.length !== 0);
  }
  // Trust policies count for STS alone.
  if (kind === 'iam.role' && !ofService) return false;
  const name = part.exec(pattern)?.[1];
  return name !== undefined && /[*?]/.test(name);
}
