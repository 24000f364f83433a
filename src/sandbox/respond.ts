import { AwsError } from './aws-error.ts';
import { identify } from './caller.ts';
import { operationId, type Call, type Context, type Operation } from './call.ts';
import { operationOf } from './operations.ts';
import { paginator } from './paginate.ts';
import { readTarget, type Target } from './protocol/read-target.ts';
import { renderError } from './protocol/render-error.ts';
import { renderReply } from './protocol/render-reply.ts';
import { serviceError } from './service-error.ts';
import type { WireReply, WireRequest } from './wire.ts';
import type { World } from './world.ts';

export interface SandboxOptions {
  /** Lists give at most so many items a page, whatever is asked; default: what is asked. */
  readonly pageSize?: number;
  /** Before every page of a list comes one without items. Default false. */
  readonly emptyPages?: boolean;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** A world served as AWS's read API. */
export interface Sandbox {
  handle(request: WireRequest): WireReply;
  /** Every request for a served operation, in the order of arrival. */
  readonly calls: readonly LoggedCall[];
  /** Requests for anything else than a served read: they are refused. A read-only client has 0. */
  readonly mutations: number;
}

export interface LoggedCall {
  /** E.g. `sagemaker:ListModels`. */
  readonly operation: string;
  readonly account: string;
  readonly region: string;
  /** Name, id or ARN of the resource that the call is about. */
  readonly resource?: string;
  /** `ok`, or the error's code. */
  readonly outcome: string;
}

export function createSandbox(world: World, options: SandboxOptions): Sandbox {
  const calls: LoggedCall[] = [];
  const reports: Context['reports'] = new Map();
  let requests = 0;
  let mutations = 0;

  function answer(call: Call, operation: Operation, requestId: string): WireReply {
    const paginate = paginator({
      service: call.service,
      pageSize: options.pageSize,
      emptyPages: options.emptyPages ?? false,
      repeatToken: false,
    });
    const context = { world, now: options.clock(), paginate, reports };
    const resource = operation.resource?.(call.input);
    const entry = {
      operation: operationId(call),
      account: call.account.id,
      region: call.region,
      ...(resource !== undefined && { resource }),
    };
    try {
      const output = operation.respond(call, context);
      calls.push({ ...entry, outcome: 'ok' });
      return renderReply(call, output, requestId);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      calls.push({ ...entry, outcome: error.code });
      return renderError(call.service, error, requestId);
    }
  }

  function handle(request: WireRequest): WireReply {
    requests += 1;
    const requestId = `00000000-0000-4000-8000-${String(requests).padStart(12, '0')}`;
    const target = readTarget(request);
    const { service } = target?.signer ?? { service: 's3' as const };
    const operation = target && operationOf(target.signer.service, target.operation);
    if (target === undefined || operation === undefined) {
      mutations += 1;
      return renderError(service, serviceError(service, 'unserved'), requestId);
    }
    try {
      return answer(callOf(target, world, options.clock()), operation, requestId);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return renderError(service, error, requestId);
    }
  }

  return {
    handle,
    calls,
    get mutations() {
      return mutations;
    },
  };
}

function callOf(target: Target, world: World, now: number): Call {
  const { service } = target.signer;
  const caller = identify(target.signer, world, now);
  const regional = service === 'kms' || service === 'sagemaker';
  // A region that the account has not enabled does not know the account's keys.
  if (regional && !caller.account.regions.includes(target.region)) {
    throw serviceError(service, 'unknownKey');
  }
  const { operation, input, region } = target;
  return { service, operation, caller, account: caller.account, region, input };
}
