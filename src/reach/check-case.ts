import { Ajv, type ValidateFunction } from 'ajv';
import { CaseError } from '../decide/case-error.ts';
import { whatIsWrong } from '../decide/what-is-wrong.ts';
import type { JsonValue } from '../model/json.ts';
import type { Answer, Witness } from './answer.ts';
import {
  publicAccess,
  publicResourceTypes,
  type PublicQuestion,
  type ReachableBy,
} from './public-access.ts';
import { grantsAccess, grantsMoreThan, type Access, type QuestionType } from './questions.ts';

/** The answer of a check: PASS is proven, FAIL has a witness that the concrete engine confirmed. */
export interface CheckAnswer {
  readonly id?: string | number;
  readonly result: 'PASS' | 'FAIL' | 'UNKNOWN';
  readonly witness?: Witness;
  readonly reasons: readonly string[];
  readonly reachableBy?: ReachableBy;
  readonly publicPerS3?: boolean;
}

const account = { type: 'string', pattern: '^\\d{12}$' };
const id = { type: ['string', 'number'] };
const type = { enum: ['identity', 'resource', 'trust'] };
const texts = { type: 'array', items: { type: 'string', minLength: 1 } };

interface NewAccessCase {
  readonly id?: string | number;
  readonly type: QuestionType;
  readonly existing: JsonValue;
  readonly new: JsonValue;
  readonly account: string;
}

interface AccessCase {
  readonly id?: string | number;
  readonly type: QuestionType;
  readonly policy: JsonValue;
  readonly access: readonly Access[];
  readonly account: string;
}

type PublicCase = PublicQuestion & { readonly id?: string | number };

const ajv = new Ajv({ allowUnionTypes: true });

const isNewAccessCase = ajv.compile<NewAccessCase>({
  type: 'object',
  required: ['type', 'existing', 'new', 'account'],
  properties: { id, type, existing: {}, new: {}, account },
});

const isAccessCase = ajv.compile<AccessCase>({
  type: 'object',
  required: ['type', 'policy', 'access', 'account'],
  properties: {
    id,
    type,
    policy: {},
    access: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        minProperties: 1,
        properties: { actions: { ...texts, minItems: 1 }, resources: { ...texts, minItems: 1 } },
      },
    },
    account,
  },
});

const isPublicCase = ajv.compile<PublicCase>({
  type: 'object',
  required: ['resourceType', 'policy', 'account'],
  properties: {
    id,
    resourceType: { enum: [...publicResourceTypes] },
    policy: {},
    account,
    trusted: {
      type: 'object',
      additionalProperties: false,
      properties: { accounts: { type: 'array', items: account }, organizations: texts },
    },
    blockPublicAccess: { type: 'object', additionalProperties: { type: 'boolean' } },
  },
});

/** Does `new` grant anything that `existing` does not? Throws `CaseError`. */
export function checkNoNewAccess(given: unknown): CheckAnswer {
  const one = read(isNewAccessCase, given);
  return answerOf(one.id, grantsMoreThan(one.new, one.existing, one));
}

/** Is any of these actions granted on any of these resources? Throws `CaseError`. */
export function checkAccessNotGranted(given: unknown): CheckAnswer {
  const one = read(isAccessCase, given);
  const answers = one.access.map((access) => grantsAccess(one.policy, access, one));
  const granted = answers.find(({ is }) => is === 'yes') ?? answers.find(({ is }) => is === 'may');
  return answerOf(one.id, granted ?? { is: 'no' });
}

/** Does a resource policy let strangers in? Throws `CaseError`. */
export function checkNoPublicAccess(given: unknown): CheckAnswer {
  const one = read(isPublicCase, given);
  const { answer, reachableBy, publicPerS3 } = publicAccess(one);
  return {
    ...answerOf(one.id, answer),
    reachableBy,
    ...(publicPerS3 !== undefined && { publicPerS3 }),
  };
}

/** The words of a check for an answer. */
export function answerOf(caseId: string | number | undefined, answer: Answer): CheckAnswer {
  const named = caseId === undefined ? {} : { id: caseId };
  switch (answer.is) {
    case 'no':
      return { ...named, result: 'PASS', reasons: [] };
    case 'yes':
      return { ...named, result: 'FAIL', witness: answer.witness, reasons: answer.reasons };
    case 'may':
      return { ...named, result: 'UNKNOWN', reasons: answer.reasons };
  }
}

function read<T>(isCase: ValidateFunction<T>, given: unknown): T {
  if (isCase(given)) return given;
  throw new CaseError('bad-case', whatIsWrong(isCase.errors?.[0]));
}
