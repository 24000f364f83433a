import { damage, faultError, faultPlan } from './apply-fault.ts';
import { AwsError } from './aws-error.ts';
import { identify } from './caller.ts';
import { operationId, type Call, type Context, type Operation, type Service } from './call.ts';
import { operationOf } from './operations.ts';
import { paginator } from './paginate.ts';
import { readTarget, serviceOfRequest, type Target } from './protocol/read-target.ts';
import { renderError } from './protocol/render-error.ts';
import { renderReply } from './protocol/render-reply.ts';
import { awsRates, RateLimiter, type Rate } from './rate.ts';
import { serviceError } from './service-error.ts';
import type { JsonObject } from '../model/json.ts';
import type { Fault } from './fault.ts';
import type { WireReply, WireRequest } from './wire.ts';
import type { World } from './world.ts';

export interface SandboxOptions {
  /** Calls that go wrong. */
  readonly faults?: readonly Fault[];
  /** `aws`: as AWS limits them (`awsRates`). Default `none`. */
  readonly rates?: readonly Rate[] | 'aws' | 'none';
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
  /** Every request for a served operation by a known caller, in the order of arrival. */
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
  /** `ok`, the error's code, or the class of the fault that spoilt the reply. */
  readonly outcome: string;
}

export function createSandbox(world: World, options: SandboxOptions): Sandbox {
  return new WorldServer(world, options);
}

class WorldServer implements Sandbox {
  readonly calls: LoggedCall[] = [];
  mutations = 0;
  #requests = 0;
  readonly #world: World;
  readonly #options: SandboxOptions;
  readonly #limiter: RateLimiter;
  readonly #strike: ReturnType<typeof faultPlan>;
  readonly #reports: Context['reports'] = new Map();

  constructor(world: World, options: SandboxOptions) {
    this.#world = world;
    this.#options = options;
    this.#strike = faultPlan(options.faults ?? []);
    this.#limiter = new RateLimiter(rateTable(options.rates ?? 'none'));
  }

  handle(request: WireRequest): WireReply {
    this.#requests += 1;
    const requestId = `00000000-0000-4000-8000-${String(this.#requests).padStart(12, '0')}`;
    const service = serviceOfRequest(request);
    // An unsigned request has no protocol of its own; S3 is the service that gets them.
    if (service === undefined) return this.#refuse('s3', requestId);
    return orError(service, requestId, () => {
      const target = readTarget(service, request);
      const operation = operationOf(service, target.operation);
      if (operation === undefined) return this.#refuse(service, requestId);
      const call = callOf(target, this.#world, this.#options.clock());
      return this.#answer(call, operation, requestId);
    });
  }

  #refuse(service: Service, requestId: string): WireReply {
    this.mutations += 1;
    return renderError(service, serviceError(service, 'unserved'), requestId);
  }

  #answer(call: Call, operation: Operation, requestId: string): WireReply {
    const fault = this.#strike(call, operation);
    try {
      const output = this.#respond(call, operation, fault);
      this.#log(call, operation, fault?.class ?? 'ok');
      return damage(fault, renderReply(call, output, requestId));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      this.#log(call, operation, error.code);
      return damage(fault, renderError(call.service, error, requestId));
    }
  }

  #respond(call: Call, operation: Operation, fault: Fault | undefined): JsonObject {
    const now = this.#options.clock();
    const error = fault && faultError(fault, call, operation);
    if (error !== undefined) throw error;
    if (!this.#limiter.admits(call, now)) throw serviceError(call.service, 'throttled');
    const paginate = paginator({
      service: call.service,
      pageSize: this.#options.pageSize,
      emptyPages: this.#options.emptyPages ?? false,
      repeatToken: fault?.class === 'repeated-token',
    });
    return operation.respond(call, { world: this.#world, now, paginate, reports: this.#reports });
  }

  #log(call: Call, operation: Operation, outcome: string): void {
    const resource = operation.resource?.(call.input);
    this.calls.push({
      operation: operationId(call),
      account: call.account.id,
      region: call.region,
      ...(resource !== undefined && { resource }),
      outcome,
    });
  }
}

function rateTable(rates: readonly Rate[] | 'aws' | 'none'): readonly Rate[] {
  if (rates === 'aws') return awsRates;
  return rates === 'none' ? [] : rates;
}

/** What `work` gives, or the error it throws as a reply. */
function orError(service: Service, requestId: string, work: () => WireReply): WireReply {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return renderError(service, error, requestId);
  }
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
