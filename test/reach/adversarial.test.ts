import { expect } from 'chai';
import type { JsonObject, JsonValue } from '../../src/model/json.ts';
import type { Answer } from '../../src/reach/answer.ts';
import { Budget } from '../../src/reach/budget.ts';
import { grantsAccess, grantsMoreThan } from '../../src/reach/questions.ts';

// Policies that somebody wrote to keep the engine busy: the answer comes within its budget.

const steps = 100_000;

/** One search step may cost more than what is left. */
const beyond = 10_000;

interface Case {
  readonly fresh: readonly JsonObject[];
  readonly existing: readonly JsonObject[];
  readonly is: readonly Answer['is'][];
}

const allow = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);
const letter = (at: number): string => String.fromCharCode(97 + (at % 26));

/** Each one triples what a reader must remember. */
function wild(at: number): string {
  return `arn:aws:s3:::*${letter(at)}${'?'.repeat(8 + (at % 7))}${letter(at + 5)}`;
}

const cases: Record<string, Case> = {
  'a Deny on 30 patterns full of question marks': {
    fresh: [
      {
        ...allow,
        Resource: numbers(12).map((at) => `arn:aws:s3:::*${'?'.repeat(20)}${letter(at)}*`),
      },
    ],
    existing: [allow, { ...allow, Effect: 'Deny', Resource: numbers(30).map(wild) }],
    is: ['yes', 'may'],
  },
  'an Allow on all but 30 such patterns, against 30 others': {
    fresh: [{ Effect: 'Allow', Action: 's3:GetObject', NotResource: numbers(30).map(wild) }],
    existing: numbers(30).map((at) => ({ ...allow, Resource: wild(at + 30) })),
    is: ['yes', 'may'],
  },
  'nothing that 30 such patterns leave open together': {
    fresh: [{ ...allow, Resource: `arn:aws:s3:::${'?'.repeat(40)}*` }],
    existing: [{ ...allow, Resource: [...numbers(30).map(wild), 'arn:aws:s3:::*/*'] }],
    is: ['no', 'may'],
  },
  'runs upon runs': {
    fresh: [{ ...allow, Resource: `arn:aws:s3:::${'*a'.repeat(30)}*` }],
    existing: numbers(20).map((at) => ({
      ...allow,
      Resource: `arn:aws:s3:::${`*a*${letter(at)}`.repeat(12)}*`,
    })),
    is: ['yes', 'may', 'no'],
  },
  '200 Denies of conditions that cross each other': {
    fresh: [allow],
    existing: [
      { Effect: 'Deny', Action: '*', Resource: '*', Condition: keysOf(0, 3, 'a') },
      ...numbers(200).map((at) => ({
        ...allow,
        Condition: keysOf(at * 7, 3 + (at % 3), letter(at % 3)),
      })),
    ],
    is: ['yes', 'may'],
  },
  'a conjunction of 100 conditions, each of which an Allow leaves out': {
    fresh: [{ ...allow, Condition: keysOf(0, 100, 'a') }],
    existing: numbers(100).map((at) => ({
      ...allow,
      Condition: {
        StringLike: { [`x:K${at}`]: `a*${letter(at)}*` },
        StringNotEquals: { [`x:K${at + 1}`]: 'a' },
      },
    })),
    is: ['yes', 'may', 'no'],
  },
  'as many pigeons as holes and one more': {
    fresh: [
      {
        ...allow,
        Condition: {
          StringEquals: Object.fromEntries(
            numbers(9).map((at) => [`x:P${at}`, numbers(8).map(String)]),
          ),
        },
      },
    ],
    existing: numbers(9).flatMap((a) =>
      numbers(a).flatMap((b) =>
        numbers(8).map((hole) => ({
          ...allow,
          Condition: { StringEquals: { [`x:P${a}`]: String(hole), [`x:P${b}`]: String(hole) } },
        })),
      ),
    ),
    is: ['no', 'may'],
  },
  '3,000 statements, each on a bucket of its own': {
    fresh: numbers(3000).map((at) => ({
      ...allow,
      Action: ['s3:*', 'sqs:*'][at % 2] ?? '',
      Resource: `arn:aws:s3:::b${at}/*`,
    })),
    existing: numbers(3000).map((at) => ({ ...allow, Resource: `arn:aws:s3:::b${at}/?*` })),
    is: ['yes', 'may'],
  },
  'a set with many demands on the same key': {
    fresh: [
      {
        ...allow,
        Condition: {
          'ForAllValues:StringLike': {
            'x:A': numbers(40).map((at) => `*${letter(at)}${'?'.repeat(9)}*`),
          },
        },
      },
    ],
    existing: numbers(40).map((at) => ({
      ...allow,
      Condition: { 'ForAnyValue:StringNotLike': { 'x:A': `*${letter(at)}${'?'.repeat(10)}*` } },
    })),
    is: ['yes', 'may', 'no'],
  },
  '40 policy variables in every order': {
    fresh: [
      {
        ...allow,
        Resource: numbers(40).map((at) => `arn:aws:s3:::\${x:V${at}}/*\${x:V${at + 1}}*`),
      },
    ],
    existing: numbers(40).map((at) => ({
      ...allow,
      Resource: `arn:aws:s3:::*\${x:V${at}}?\${x:V${at + 1}}*`,
    })),
    is: ['yes', 'may'],
  },
};

function keysOf(from: number, count: number, value: string): JsonObject {
  const keys = numbers(count).map((at): [string, JsonValue] => [
    `x:K${(from + at * at) % 101}`,
    [value, `${value}${at}`],
  ]);
  return { StringEquals: Object.fromEntries(keys) };
}

function document(statements: readonly JsonObject[]): JsonObject {
  return { Version: '2012-10-17', Statement: [...statements] };
}

describe('The symbolic engine, against', function () {
  this.timeout(300_000);

  const question = { type: 'identity', account: '111122223333' } as const;
  for (const [name, { fresh, existing, is }] of Object.entries(cases)) {
    it(`${name}, ends within its budget`, () => {
      const budget = new Budget(steps);
      const answer = grantsMoreThan(document(fresh), document(existing), { ...question, budget });
      expect(is).to.include(answer.is);
      expect(budget.used).to.be.below(steps + beyond);
    });

    it(`${name}, asked about what it grants, ends within its budget`, () => {
      const budget = new Budget(steps);
      const access = { actions: ['s3:*'], resources: numbers(20).map(wild) };
      const answer = grantsAccess(document([...existing, ...fresh]), access, {
        ...question,
        budget,
      });
      expect(['yes', 'may', 'no']).to.include(answer.is);
      expect(budget.used).to.be.below(steps + beyond);
    });
  }
});
