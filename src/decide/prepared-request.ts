import { actionFacts } from '../facts/action-facts.ts';
import type { Context } from './context.ts';
import type { Principal } from './principal.ts';
import type { Request } from './request.ts';

/** A request and what every statement asks of it, worked out once. */
export interface PreparedRequest {
  readonly principal: Principal;
  /** In lower case. */
  readonly action: string;
  /** Service prefix of the action. */
  readonly service: string;
  readonly resource: string;
  readonly resourceAccount: string;
  readonly context: Context;
  /** The action knows no resource: only `*` fits it, whatever resource was given. */
  readonly withoutResource: boolean;
  /** The caller has a permissions boundary. */
  readonly bounded: boolean;
}

export function prepareRequest(request: Request, bounded: boolean): PreparedRequest {
  const action = request.action.toLowerCase();
  const colon = action.indexOf(':');
  return {
    principal: request.principal,
    action,
    service: colon < 0 ? action : action.slice(0, colon),
    resource: request.resource,
    resourceAccount: request.resourceAccount,
    context: request.context,
    withoutResource: actionFacts(action)?.resourceTypes.length === 0,
    bounded,
  };
}
