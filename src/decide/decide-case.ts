import { Ajv } from 'ajv';
import type { CasePolicies, CaseRequest, CaseSettings, DecideAnswer, DecideCase } from './case.ts';
import { CaseError } from './case-error.ts';
import { policySetOf, settingsOf } from './case-policies.ts';
import { requestOf } from './case-request.ts';
import { caseSchema } from './case-schema.ts';
import { compilePolicySet } from './compile-policy-set.ts';
import { decide } from './decide.ts';
import type { Decision } from './decision.ts';
import { whatIsWrong } from './what-is-wrong.ts';

const ajv = new Ajv({ allowUnionTypes: true });
const isCase = ajv.compile<DecideCase>(caseSchema);

/**
 * Answers one case. Throws `CaseError` when it cannot be read; a policy that AWS would not take is
 * no such error, but makes what hangs on it unknown.
 */
export function decideCase(given: unknown): DecideAnswer {
  if (!isCase(given)) throw new CaseError('bad-case', whatIsWrong(isCase.errors?.[0]));
  const decision = prepare(given.policies ?? {}, given.settings)(given.request);
  return {
    ...(given.id !== undefined && { id: given.id }),
    decision: decision.outcome,
    reasons: decision.reasons,
  };
}

/**
 * Compiles policies once, for callers that ask many times. The returned function throws `CaseError`
 * for a principal that is none.
 */
export function prepare(
  policies: CasePolicies,
  settings: CaseSettings = {},
): (request: CaseRequest) => Decision {
  const compiled = compilePolicySet(policySetOf(policies), settingsOf(settings));
  return (request) => decide(compiled, requestOf(request));
}
