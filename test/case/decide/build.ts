import type { JsonObject, JsonValue } from '../../../src/model/json.ts';
import type { CasePolicies, CaseRequest, CaseSettings } from '../../../src/decide/case.ts';
import type { Outcome } from '../../../src/decide/decision.ts';
import type { Case } from './case.ts';

export const own = '111122223333';
export const other = '444455556666';

export const role = `arn:aws:iam::${own}:role/Train`;
export const session = `arn:aws:sts::${own}:assumed-role/Train/s1`;
export const user = `arn:aws:iam::${own}:user/maria`;
export const root = `arn:aws:iam::${own}:root`;
export const federatedUser = `arn:aws:sts::${own}:federated-user/maria`;
export const otherRole = `arn:aws:iam::${other}:role/Partner`;
export const otherRoot = `arn:aws:iam::${other}:root`;

export const object = 'arn:aws:s3:::models/a.tar.gz';
export const bucket = 'arn:aws:s3:::models';
export const key = `arn:aws:kms:eu-west-1:${own}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

type Extra = Readonly<Record<string, JsonValue>>;

/** A document of these statements. */
export function doc(...statements: readonly JsonObject[]): JsonObject {
  return { Version: '2012-10-17', Statement: statements };
}

export function allow(
  action: JsonValue = '*',
  resource: JsonValue = '*',
  extra: Extra = {},
): JsonObject {
  return { Effect: 'Allow', Action: action, Resource: resource, ...extra };
}

export function deny(
  action: JsonValue = '*',
  resource: JsonValue = '*',
  extra: Extra = {},
): JsonObject {
  return { Effect: 'Deny', Action: action, Resource: resource, ...extra };
}

/** A statement of a resource policy on the bucket and its objects. */
export function grant(principal: JsonValue, extra: Extra = {}): JsonObject {
  return allow('s3:*', [bucket, `${bucket}/*`], { Principal: principal, ...extra });
}

/** An identity policy of one Allow, under a condition if there is one. */
export function allowing(action: string, resource: string, condition?: JsonObject): CasePolicies {
  return { identity: [doc(allow(action, resource, condition ? { Condition: condition } : {}))] };
}

/** Allows everything. */
export const all = doc(allow());
/** Allows nothing. */
export const nothing = doc();
/** Reading the object. */
export const read = { principal: role, action: 's3:GetObject', resource: object };

/** A case in short: what is asked for is reading the object, unless `request` says otherwise. */
export type CaseRow = readonly [
  id: string,
  title: string,
  principal: CaseRequest['principal'],
  policies: CasePolicies,
  expect: Outcome,
  request?: Partial<CaseRequest>,
  settings?: CaseSettings,
];

/** Makes cases of rows that encode the same line of the specification and the same page. */
export function casesOf(group: string, line: string, cites: string): (row: CaseRow) => Case {
  return ([id, title, principal, policies, expect, request, settings]) => ({
    id: `${group}-${id}`,
    title,
    line,
    cites,
    request: { ...read, principal, resourceAccount: own, ...request },
    policies,
    ...(settings && { settings }),
    expect,
  });
}

/** A condition, what the request carries, and whether it holds. The caller is a role. */
export type ConditionRow = readonly [
  id: string,
  title: string,
  condition: JsonObject,
  context: NonNullable<CaseRequest['context']>,
  holds: boolean,
];

/** Two cases of each row: an Allow under the condition, and a Deny under it of what is allowed. */
export function conditionCasesOf(
  group: string,
  line: string,
  cites: string,
): (row: ConditionRow) => readonly Case[] {
  return ([id, title, condition, context, holds]) => {
    const extra = { Condition: condition };
    const common = { line, cites, request: { ...read, resourceAccount: own, context } };
    return [
      {
        ...common,
        id: `${group}-${id}-allow`,
        title: `Allow: ${title}`,
        policies: { identity: [doc(allow('*', '*', extra))] },
        expect: holds ? 'allowed' : 'implicitly-denied',
      },
      {
        ...common,
        id: `${group}-${id}-deny`,
        title: `Deny: ${title}`,
        policies: { identity: [all, doc(deny('*', '*', extra))] },
        expect: holds ? 'explicitly-denied' : 'allowed',
      },
    ];
  };
}

/** Part of a request: the keys that it carries. */
export function having(context: NonNullable<CaseRequest['context']>): Partial<CaseRequest> {
  return { context };
}

/** The same row, asking for the use of the key unless it says otherwise. */
export function onKey(row: CaseRow): CaseRow {
  const [id, title, principal, policies, expect, request, ...settings] = row;
  const asked = { action: 'kms:Decrypt', resource: key, ...request };
  return [id, title, principal, policies, expect, asked, ...settings];
}
