import { expect } from 'chai';
import { openAccount } from '../../src/account/open-account.ts';
import { canonicalJson } from '../../src/model/canonical.ts';
import { undeclared, type Inputs } from '../../src/model/inputs.ts';
import { notCollected, type Unread } from '../../src/model/observed.ts';
import type { FieldName, Fields, Identity, Kind, Resource } from '../../src/model/resource.ts';
import type { Universe } from '../../src/model/snapshot.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import type { Params, Rule, View } from '../../src/rule/rule.ts';
import { snapshotOf } from './build.ts';

interface RuleCase<K extends Kind, P extends Params> {
  /** Completes the sentence "passes when …". */
  readonly name: string;
  readonly resource: Identity<K> & Fields<K>;
  /** What else is in the account. */
  readonly others?: readonly Resource[];
  readonly universes?: readonly Universe[];
  readonly inputs?: Partial<Inputs>;
  readonly params?: Partial<P>;
}

export interface Cases<K extends Kind, P extends Params> {
  readonly pass: readonly (RuleCase<K, P> & { readonly note?: string })[];
  /** `findings`: all finding ids in their order. */
  readonly fail: readonly (RuleCase<K, P> & { readonly findings: readonly string[] })[];
  /** `missing`: what is missing, all of it in its order. */
  readonly unknown: readonly (RuleCase<K, P> & { readonly missing: readonly string[] })[];
  readonly notApplicable?: readonly RuleCase<K, P>[];
}

/** One of each way in which a field can be unread. */
const unreadStates: readonly Unread[] = [
  { state: 'denied', call: 'service:Operation', code: 'AccessDenied' },
  { state: 'gone', call: 'service:Operation', code: 'ResourceNotFound' },
  { state: 'error', call: 'service:Operation', code: 'InternalFailure' },
  notCollected('not asked for'),
];

/**
 * The tests of one rule. Every passing case is run again with each needed field unread in each way,
 * and has to become unknown. `check` sees the declared fields alone.
 */
export function ruleCases<K extends Kind, N extends FieldName<K>, P extends Params>(
  rule: Rule<K, N, P>,
  cases: Cases<K, P>,
): void {
  checkCases(cases);
  describe(rule.id, () => {
    for (const { name, ...one } of cases.pass) {
      const expected = { verdict: 'pass', ...(one.note !== undefined && { note: one.note }) };
      it(`passes when ${name}`, () => void expect(judge(rule, one)).to.deep.equal(expected));
    }
    for (const { name, ...one } of cases.fail) {
      const expected = { verdict: 'fail', says: one.findings };
      it(`fails when ${name}`, () =>
        void expect(summary(judge(rule, one))).to.deep.equal(expected));
    }
    for (const { name, ...one } of cases.unknown) {
      const expected = { verdict: 'unknown', says: one.missing };
      it(`cannot tell when ${name}`, () =>
        void expect(summary(judge(rule, one))).to.deep.equal(expected));
    }
    for (const { name, ...one } of cases.notApplicable ?? []) {
      it(`does not apply when ${name}`, () => {
        expect(judge(rule, one).verdict).to.equal('not-applicable');
      });
    }
    for (const field of rule.needs) {
      it(`cannot tell when ${field} was not read`, () => {
        for (const one of cases.pass) expectUnknownWithout(rule, one, field);
      });
    }
  });
}

/** Throws when the cases could not show anything: none, no name, or the same one twice. */
export function checkCases<K extends Kind, P extends Params>(cases: Cases<K, P>): void {
  const lists = [cases.pass, cases.fail, cases.unknown, cases.notApplicable].filter(
    (list) => list !== undefined,
  );
  if (lists.some((list) => list.length === 0)) throw new Error('a list of cases is empty');
  const all: readonly RuleCase<K, P>[] = lists.flat();
  if (all.some((one) => one.name.trim() === '')) throw new Error('a case has no name');
  if (cases.fail.some((one) => one.findings.length === 0)) {
    throw new Error('a failing case expects no finding');
  }
  refuseTwins(all.map((one) => one.name));
  refuseTwins(all.map((one) => canonicalJson(contentOf(one))));
}

/** All of a case but its name and what it expects. */
function contentOf<K extends Kind, P extends Params>(one: RuleCase<K, P>): unknown {
  const { resource, others, universes, inputs, params } = one;
  return { resource, others, universes, inputs, params };
}

function refuseTwins(texts: readonly string[]): void {
  const twin = texts.find((text, index) => texts.indexOf(text) !== index);
  if (twin !== undefined) throw new Error(`the same case twice: ${twin}`);
}

function expectUnknownWithout<K extends Kind, N extends FieldName<K>, P extends Params>(
  rule: Rule<K, N, P>,
  one: RuleCase<K, P>,
  field: N,
): void {
  for (const unread of unreadStates) {
    const { verdict } = judge(rule, { ...one, resource: { ...one.resource, [field]: unread } });
    expect(verdict, `${one.name}, but ${field} is ${unread.state}`).to.equal('unknown');
  }
}

function judge<K extends Kind, N extends FieldName<K>, P extends Params>(
  rule: Rule<K, N, P>,
  one: Omit<RuleCase<K, P>, 'name'>,
): Verdict {
  // The builders give Identity and Fields of one kind, which is what Resource is a union of.
  const resource = one.resource as unknown as Resource;
  const snapshot = snapshotOf([resource, ...(one.others ?? [])], one.universes);
  const account = openAccount(snapshot, { ...undeclared, ...one.inputs });
  const view = onlyDeclared(rule, resource) as unknown as View<K, N>;
  return rule.check(view, account, { ...rule.params, ...one.params });
}

const identity: readonly string[] = ['kind', 'id', 'name', 'account', 'region'];

function onlyDeclared(
  rule: { readonly id: string; readonly needs: readonly string[] },
  resource: Resource,
): Resource {
  const declared = new Set([...identity, ...rule.needs]);
  return new Proxy(resource, {
    get: (target, name, receiver) => {
      if (typeof name === 'string' && !declared.has(name)) {
        throw new Error(`${rule.id} reads ${name}, which it does not declare in needs`);
      }
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
}

function summary(verdict: Verdict): {
  readonly verdict: Verdict['verdict'];
  readonly says: readonly string[];
} {
  switch (verdict.verdict) {
    case 'pass':
      return { verdict: 'pass', says: verdict.note === undefined ? [] : [verdict.note] };
    case 'fail':
      return { verdict: 'fail', says: verdict.evidence.map((one) => one.finding) };
    case 'unknown':
      return { verdict: 'unknown', says: verdict.missing.map((one) => one.what) };
    case 'not-applicable':
      return { verdict: 'not-applicable', says: [verdict.why] };
  }
}
