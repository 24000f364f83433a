import type { Account } from '../account/account.ts';
import type { Status, TestRecord } from '../model/record.ts';
import type { Identity, Kind, Resource } from '../model/resource.ts';
import type { Evidence, Missing, Verdict } from '../model/verdict.ts';
import { judgeResource } from './judge-resource.ts';
import { kindsOf, type AnyRule, type Params } from './rule.ts';
import { everyRegion, universeGaps, type Gap } from './universe-gaps.ts';
import { notApplicable, unknown } from './verdict.ts';

/**
 * Judges every resource of the account by every rule that is about its kind. Records come one by
 * one, sorted by rule id and ARN; every rule gives at least one. Gaps in the list of a rule's kind,
 * or of the kinds it uses, are records of their own: a rule never holds for a list that was cut.
 *
 * @param overrides - Parameters by rule id, as `validateParams` returned them.
 */
export function* runRules(
  rules: readonly AnyRule[],
  account: Account,
  overrides: ReadonlyMap<string, Params> = new Map(),
): Generator<TestRecord> {
  // Sorted once for each kind, not for each rule.
  const resources = new Map<Kind, readonly Resource[]>();
  for (const rule of rules.toSorted(byId)) {
    const judged = kindsOf(rule).map((kind) => {
      const ofKind = resources.get(kind) ?? account.all(kind).toSorted(byId);
      resources.set(kind, ofKind);
      return ofKind;
    });
    const params = { ...rule.params, ...overrides.get(rule.id) };
    const [only = []] = judged;
    const all = judged.length === 1 ? only : judged.flat().sort(byId);
    yield* runRule(rule, all, { account, params });
  }
}

function* runRule(
  rule: AnyRule,
  resources: readonly Resource[],
  world: { readonly account: Account; readonly params: Params },
): Generator<TestRecord> {
  const { account } = world;
  const kinds = kindsOf(rule);
  const gaps = kinds.flatMap((kind) =>
    universeGaps(account, kind).map((gap) => ({ kind, ...gap })),
  );
  for (const resource of resources) {
    const verdict = judgeResource(rule, resource, world);
    yield recordOf(rule, resourceSubject(resource), verdict);
  }
  for (const gap of gaps) {
    yield recordOf(rule, universeSubject(account, [gap.kind], gap.region), unknown(...gap.missing));
  }
  if (resources.length > 0) yield* usedGaps(rule, account);
  if (resources.length === 0 && gaps.length === 0) {
    const verdict = notApplicable(`no ${kinds.join(', ')} among what was captured`);
    yield recordOf(rule, universeSubject(account, kinds, everyRegion), verdict);
  }
}

/** One record for all lists that the rule needs whole beside its own. */
function* usedGaps(rule: AnyRule, account: Account): Generator<TestRecord> {
  const judged: readonly Kind[] = kindsOf(rule);
  const used = [...new Set(rule.uses)].filter((kind) => !judged.includes(kind)).sort();
  const gaps = used.flatMap((kind) => universeGaps(account, kind).map((gap) => ({ kind, ...gap })));
  const [missing, ...others] = gaps.flatMap((gap): Missing[] => [...gap.missing]);
  const [kind, ...kinds] = new Set(gaps.map((gap) => gap.kind));
  if (missing === undefined || kind === undefined) return;
  const subject = universeSubject(account, [kind, ...kinds], commonRegion(gaps));
  yield recordOf(rule, subject, unknown(missing, ...others));
}

function commonRegion(gaps: readonly Gap[]): string {
  const regions = new Set(gaps.map((gap) => gap.region));
  const [only = everyRegion] = regions;
  return regions.size === 1 ? only : everyRegion;
}

type Subject = Pick<TestRecord, 'kind' | 'resource' | 'name' | 'account' | 'region'>;

function resourceSubject(resource: Resource): Subject {
  const { kind, id, name, account, region } = resource satisfies Identity;
  return { kind, resource: id, name, account, region };
}

function universeSubject(
  account: Account,
  kinds: readonly [Kind, ...Kind[]],
  region: string,
): Subject {
  const name = kinds.join(', ');
  const resource = `${name} in ${account.id} ${region}`;
  return { kind: kinds[0], resource, name, account: account.id, region };
}

function recordOf(rule: AnyRule, subject: Subject, verdict: Verdict): TestRecord {
  const { status, evidence, missing, note } = outcomeOf(verdict);
  return {
    rule: rule.id,
    code: rule.code,
    severity: rule.severity,
    ...subject,
    status,
    evidence,
    missing,
    ...(note === undefined ? {} : { note }),
  };
}

interface Outcome {
  readonly status: Status;
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
  readonly note?: string | undefined;
}

function outcomeOf(verdict: Verdict): Outcome {
  switch (verdict.verdict) {
    case 'pass':
      return { status: 'pass', evidence: [], missing: [], note: verdict.note };
    case 'fail':
      return { status: 'fail', evidence: verdict.evidence, missing: [] };
    case 'unknown':
      return { status: 'unknown', evidence: [], missing: verdict.missing };
    case 'not-applicable':
      return { status: 'not-applicable', evidence: [], missing: [], note: verdict.why };
  }
}

/** By code units: the same order everywhere. */
function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
