import type { JsonObject, JsonValue } from '../../../src/model/json.ts';
import type { Outcome } from '../../../src/decide/decision.ts';
import { all, object, read } from './build.ts';
import { page, type Case } from './case.ts';

// The forms of a document: what the grammar allows, and what it does not, which is never guessed.

const yes = 'allowed';
const no = 'implicitly-denied';
const unknown = 'unknown';

const Version = '2012-10-17';
const Effect = 'Allow';
const Action = 's3:GetObject';
const Resource = object;
const statement = { Effect, Action, Resource };
const holds = { StringEquals: { 'x:Team': 'fraud' } };

type Row = readonly [id: string, title: string, document: JsonValue, expect: Outcome];

const regular: readonly Row[] = [
  ['id', 'A document may have an Id', { Version, Id: 'x', Statement: [statement] }, yes],
  ['sid', 'A statement may have a Sid', of({ Sid: 'ReadModels', ...statement }), yes],
  ['empty-sid', 'The Sid may be empty', of({ Sid: '', ...statement }), yes],
  [
    'lists',
    'Action and Resource may be lists',
    of({ Effect, Action: [Action], Resource: [Resource] }),
    yes,
  ],
  ['order', 'The order of elements is of no matter', of({ Resource, Action, Effect }), yes],
  [
    'old-version',
    'Version 2008-10-17 is still taken',
    { Version: '2008-10-17', Statement: statement },
    yes,
  ],
  ['no-version', 'The version may be missing', { Statement: [statement] }, yes],
  ['condition', 'A condition may be true', of({ ...statement, Condition: holds }), yes],
  [
    'bare-values',
    'Numbers and booleans need no quotation marks',
    of({ ...statement, Condition: { NumericEquals: { 'x:Size': 5 }, Bool: { 'x:Flag': true } } }),
    yes,
  ],
  [
    'value-lists',
    'Values of conditions may be lists of one',
    of({ ...statement, Condition: { StringEquals: { 'x:Team': ['fraud'] } } }),
    yes,
  ],
];

/** What may be anything, also a Deny. */
const unreadable: readonly Row[] = [
  ['not-an-object', 'The document is a list', [statement], unknown],
  ['text', 'The document is a text', JSON.stringify(all), unknown],
  ['null', 'The document is null', null, unknown],
  ['no-statement', 'The document has no Statement', { Version }, unknown],
  ['statement-text', 'The Statement is a text', { Version, Statement: 'Allow' }, unknown],
  ['statement-of-texts', 'A statement is a text', { Version, Statement: ['Allow'] }, unknown],
  [
    'version',
    'The version is none that AWS knows',
    { Version: '2026-01-01', Statement: statement },
    unknown,
  ],
  ['version-number', 'The version is a number', { Version: 2012, Statement: statement }, unknown],
  [
    'document-element',
    'The document has an element that nobody knows',
    { Version, Statement: statement, Scope: '*' },
    unknown,
  ],
  [
    'lower-case-element',
    'Names of elements know case',
    of({ effect: 'Allow', Action, Resource }),
    unknown,
  ],
  [
    'effect',
    'The effect is neither Allow nor Deny',
    of({ ...statement, Effect: 'Permit' }),
    unknown,
  ],
  ['effect-case', 'Effects know case', of({ ...statement, Effect: 'allow' }), unknown],
  ['no-effect', 'The effect is missing', of({ Action, Resource }), unknown],
];

/** What is an Allow, but of what is not sure. */
const odd: readonly Row[] = [
  [
    'element',
    'The statement has an element that nobody knows',
    of({ ...statement, Unless: {} }),
    unknown,
  ],
  [
    'two-actions',
    'Both Action and NotAction',
    of({ ...statement, NotAction: 's3:PutObject' }),
    unknown,
  ],
  [
    'two-resources',
    'Both Resource and NotResource',
    of({ ...statement, NotResource: 'arn:aws:s3:::x' }),
    unknown,
  ],
  ['no-resource', 'An identity policy without Resource', of({ Effect, Action }), unknown],
  [
    'principal',
    'An identity policy with a Principal',
    of({ ...statement, Principal: '*' }),
    unknown,
  ],
  [
    'not-principal',
    'An identity policy with a NotPrincipal',
    of({ ...statement, NotPrincipal: '*' }),
    unknown,
  ],
  [
    'condition-list',
    'A condition that is a list',
    of({ ...statement, Condition: [holds] }),
    unknown,
  ],
  ['condition-text', 'A condition that is a text', of({ ...statement, Condition: 'x' }), unknown],
  [
    'operator-text',
    'An operator without a key',
    of({ ...statement, Condition: { StringEquals: 'fraud' } }),
    unknown,
  ],
  [
    'set-prefix',
    'A set operator that nobody knows',
    of({ ...statement, Condition: { 'ForMostValues:StringEquals': { 'x:Team': 'fraud' } } }),
    unknown,
  ],
  [
    'operator-case',
    'Part of an operator in another case',
    of({ ...statement, Condition: { StringEqualsIFEXIST: { 'x:Team': 'fraud' } } }),
    unknown,
  ],
  [
    'value-object',
    'A value that is an object',
    of({ ...statement, Condition: { StringEquals: { 'x:Team': {} } } }),
    unknown,
  ],
  ['sid-number', 'A Sid that is a number', of({ ...statement, Sid: 7 }), unknown],
];

/** Of what is odd, what surely does not fit stays without effect. */
const oddElsewhere: readonly Row[] = [
  [
    'other-action',
    'An odd statement about another action',
    of({ ...statement, Action: 's3:PutObject', Unless: {} }),
    no,
  ],
  [
    'other-resource',
    'An odd statement about another resource',
    of({ ...statement, Resource: 'arn:aws:s3:::x', Unless: {} }),
    no,
  ],
  ['no-actions', 'An empty list of actions', of({ ...statement, Action: [] }), no],
  ['no-resources', 'An empty list of resources', of({ ...statement, Resource: [] }), no],
];

function of(...statements: readonly JsonObject[]): JsonObject {
  return { Version, Statement: statements };
}

export const cases: readonly Case[] = [
  ...regular.map((row) => caseOf('form', row)),
  ...unreadable.map((row) => caseOf('unreadable', row)),
  ...unreadable.map((row) => besideAllow('unreadable', row, unknown)),
  ...odd.map((row) => caseOf('odd', row)),
  ...odd.map((row) => besideAllow('odd', row, yes)),
  ...oddElsewhere.map((row) => caseOf('odd-elsewhere', row)),
];

/** The same document, where another one allows the request for sure. */
function besideAllow(group: string, row: Row, expect: Outcome): Case {
  const [id, title, document] = row;
  return {
    ...caseOf(group, row),
    id: `${group}-${id}-beside-allow`,
    title: `${title}, beside a document that allows`,
    policies: { identity: [all, document] },
    expect,
  };
}

function caseOf(group: string, [id, title, document, expect]: Row): Case {
  return {
    id: `${group}-${id}`,
    title,
    line: 'A1.2',
    cites: id.includes('version') ? page.version : page.grammar,
    request: { ...read, context: { 'x:Team': 'fraud', 'x:Size': '5', 'x:Flag': 'true' } },
    policies: { identity: [document] },
    expect,
  };
}
