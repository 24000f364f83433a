import type { Account } from '../account.ts';
import type { ReachAnswer } from '../reach/reach-answer.ts';
import type { Actor } from './actor.ts';
import { arnOf, ask } from './need.ts';
import { ownPolicies } from './own-policies.ts';
import { tagLocks, type TagLock } from './tag-locks.ts';

/** A lock by tags that the principal it binds can open for itself. */
export interface TagOpening {
  /** Name of the policy. */
  readonly policy: string;
  readonly lock: TagLock;
  readonly is: 'yes' | 'may';
  readonly answer: ReachAnswer;
}

export interface TagOpenings {
  readonly openings: readonly TagOpening[];
  /** Policies that could not be read. */
  readonly unread: readonly string[];
}

/**
 * Conditions on tags in a principal's own policies and its boundary that it gets around by tagging,
 * or untagging, resources that exist. A call that makes a resource tags it too, but carries
 * sagemaker:TaggingAction; one that tags an existing resource does not.
 */
export function tagOpenings(account: Account, actor: Actor): TagOpenings {
  const { identity, boundary = [] } = ownPolicies(account, actor);
  const policies = [...identity, ...boundary];
  const openings = policies.flatMap(({ name, policy }) =>
    tagLocks(policy.statements).flatMap((lock) => {
      const answer = openingOf(account, actor, lock);
      if (answer === undefined || answer.is === 'no') return [];
      const is = answer.is === 'yes' && !lock.isVariable ? ('yes' as const) : ('may' as const);
      return [{ policy: name, lock, is, answer }];
    }),
  );
  const unread = policies.filter(({ oddities }) => oddities.length > 0).map(({ name }) => name);
  return { openings, unread };
}

const taggingAction = 'sagemaker:TaggingAction';

/** The best answer over the actions and resources by which the lock opens. */
function openingOf(account: Account, actor: Actor, lock: TagLock): ReachAnswer | undefined {
  const { tag, locked, resources } = lock;
  const key = `aws:ResourceTag/${tag}`;
  const held = locked !== undefined && !lock.isVariable ? { [key]: locked } : {};
  const without = [taggingAction, ...(locked === undefined ? [key] : [])];
  const actions = locked === undefined ? ['AddTags'] : ['AddTags', 'DeleteTags'];
  let best: ReachAnswer | undefined;
  for (const name of actions) {
    for (const one of resources.filter(isOfSageMaker)) {
      const action = `sagemaker:${name}`;
      const resource = one === '*' ? arnOf(account, action, '*/*') : ofAccount(account, one);
      const context = { ...held, 'aws:TagKeys': [tag] };
      const answer = ask(account, actor, { action, resource, context, without });
      if (answer.is === 'yes') return answer;
      if (answer.is === 'may') best = answer;
    }
  }
  return best;
}

/** Of all accounts, this one is asked about. */
function ofAccount({ id }: Account, resource: string): string {
  return resource.replace(/^(arn:[^:]*:[^:]*:[^:]*):\*:/, `$1:${id}:`);
}

function isOfSageMaker(resource: string): boolean {
  return resource === '*' || /^arn:[^:]*:(\*|sagemaker):/.test(resource);
}
