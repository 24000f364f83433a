import type { CompiledPolicySet } from './compile-policy-set.ts';
import type { Decision, Reason } from './decision.ts';
import { evaluate, type Evaluation } from './evaluation.ts';
import { explain } from './explain.ts';
import { prepareRequest, type PreparedRequest } from './prepared-request.ts';
import type { Request } from './request.ts';

/** Decides one request as AWS does. Pure; never throws. Reasons are built when asked for. */
export function decide(set: CompiledPolicySet, request: Request): Decision {
  const prepared = prepareRequest(request, set.boundary !== undefined && mayBeBounded(request));
  return new LazyDecision(prepared, evaluate(set, prepared));
}

/** Boundaries are for users and roles alone; the sessions of federated users have their user's. */
function mayBeBounded({ principal }: Request): boolean {
  return 'account' in principal && principal.kind !== 'root';
}

class LazyDecision implements Decision {
  readonly outcome: Decision['outcome'];
  readonly #request: PreparedRequest;
  readonly #evaluation: Evaluation;
  #reasons: readonly Reason[] | undefined;

  constructor(request: PreparedRequest, evaluation: Evaluation) {
    this.outcome = evaluation.outcome;
    this.#request = request;
    this.#evaluation = evaluation;
  }

  get reasons(): readonly Reason[] {
    return (this.#reasons ??= explain(this.#request, this.#evaluation));
  }
}
