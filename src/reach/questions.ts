import type { CompiledLayer } from '../decide/compile-policy-set.ts';
import type { JsonValue } from '../model/json.ts';
import type { Answer } from './answer.ts';
import type { Budget } from './budget.ts';
import { callersOf, domainOfCaller } from './callers.ts';
import { documentLayer } from './document-layer.ts';
import { excess } from './excess.ts';

/** What a policy hangs on: a principal, a resource, or a role that it lets be assumed. */
export type QuestionType = 'identity' | 'resource' | 'trust';

export interface PolicyQuestion {
  readonly type: QuestionType;
  /** The account that the principal or the resource belongs to. */
  readonly account: string;
  /** Steps, or what they are counted in. */
  readonly budget?: number | Budget;
}

/** Does `fresh` grant anything that `existing` does not? */
export function grantsMoreThan(
  fresh: JsonValue,
  existing: JsonValue,
  question: PolicyQuestion,
): Answer {
  return ask(layerOf('new', fresh, question), layerOf('existing', existing, question), {
    ...question,
    texts: JSON.stringify([fresh, existing]),
  });
}

/** Actions and resources that must not be reachable; a missing list stands for all. */
export interface Access {
  readonly actions?: readonly string[];
  readonly resources?: readonly string[];
}

/** Does the policy grant any of these actions on any of these resources? */
export function grantsAccess(policy: JsonValue, access: Access, question: PolicyQuestion): Answer {
  const layer = layerOf('policy', policy, question);
  return ask(layer, layerOf('all other access', allBut(access, question.type), question), {
    ...question,
    texts: JSON.stringify([policy, access]),
  });
}

/** A policy that allows whatever is not asked about. */
function allBut({ actions, resources }: Access, type: QuestionType): JsonValue {
  const allow = { Effect: 'Allow', ...(type !== 'identity' && { Principal: '*' }) };
  return {
    Version: '2012-10-17',
    Statement: [
      ...(actions ? [{ ...allow, NotAction: [...actions], Resource: '*' }] : []),
      ...(resources ? [{ ...allow, Action: '*', NotResource: [...resources] }] : []),
    ],
  };
}

function ask(
  granting: CompiledLayer,
  limit: CompiledLayer,
  { type, account, budget, texts }: PolicyQuestion & { readonly texts: string },
): Answer {
  const callers = callersOf(type, account, [granting, limit], texts);
  return excess({
    granting,
    limit,
    callers,
    resourceAccount: account,
    domainOf: domainOfCaller,
    ...(budget !== undefined && { budget }),
  });
}

function layerOf(name: string, document: JsonValue, { type }: PolicyQuestion): CompiledLayer {
  return documentLayer(name, document, type === 'identity' ? 'identity' : 'resource');
}
