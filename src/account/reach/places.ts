import { actionFacts } from '../../facts/action-facts.ts';
import type { Kind } from '../../model/resource.ts';
import type { Missing } from '../../model/verdict.ts';
import { globsOverlap } from '../../policy/glob.ts';
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
export function placesOf(account: Account, pattern: string, action: string): Places {
  const direct = directPlaces(account, pattern, action);
  const through = throughAccessPoints(account, { pattern, action }, direct.list);
  return {
    list: [...direct.list, ...through.list],
    missing: [...direct.missing, ...through.missing],
  };
}

function directPlaces(account: Account, pattern: string, action: string): Places {
  const family = families.find((one) => isOver(one, pattern, action));
  if (family === undefined) {
    const side = sidesOf(account).resource(someRole(account, pattern, action) ?? pattern);
    return { list: [{ patterns: [pattern], side }], missing: [] };
  }
  const list = account
    .all(family.kind)
    .flatMap(({ id }) => (family.below ? [id, `${id}/*`] : [id]))
    .filter((one) => pattern === '*' || globsOverlap(one, pattern));
  return {
    list: list.map((one) => ({
      patterns: [one, pattern],
      side: sidesOf(account).resource(one.replace(/\/\*$/, '/x')),
    })),
    missing: account.gaps(family.kind),
  };
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
  /** What lies below the resource shares its policy. */
  readonly below: boolean;
  /** Services whose actions are about such resources alone, where they are about any. */
  readonly services: readonly string[];
  /** The part of an ARN that tells resources with policies apart. */
  readonly part: RegExp;
}

const families: readonly Family[] = [
  {
    kind: 's3.bucket',
    below: true,
    services: ['s3'],
    part: /^arn:[^:]*:s3:[^:]*:[^:]*:([^/]*)/,
  },
  { kind: 'kms.key', below: false, services: ['kms'], part: /^arn:[^:]*:kms:(.*)$/s },
  {
    kind: 'ecr.repository',
    below: false,
    services: ['ecr'],
    part: /^arn:[^:]*:ecr:(.*)$/s,
  },
  { kind: 'iam.role', below: false, services: ['sts'], part: /^arn:[^:]*:iam:(.*:role\/.*)$/s },
  {
    kind: 'sagemaker.model-package-group',
    below: false,
    services: [],
    part: /^arn:[^:]*:sagemaker:(.*:model-package-group\/.*)$/s,
  },
];

function isOver({ services, part, kind }: Family, pattern: string, action: string): boolean {
  const ofService = services.some((one) => action.toLowerCase().startsWith(`${one}:`));
  if (/^\*+$/.test(pattern)) return ofService && actionFacts(action)?.resourceTypes.length !== 0;
  // Trust policies count for STS alone.
  if (kind === 'iam.role' && !ofService) return false;
  const name = part.exec(pattern)?.[1];
  return name !== undefined && /[*?]/.test(name);
}
