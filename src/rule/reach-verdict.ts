import type { Reach, WhoCan } from '../account/reach/reach-answer.ts';
import { notCollected } from '../model/observed.ts';
import type { Evidence, Missing, Verdict } from '../model/verdict.ts';
import { unlessDoubted } from './doubt.ts';
import { reachReasons, reachStatement, reachText } from './reach-evidence.ts';
import { failOnAny, pass } from './verdict.ts';

/** What a rule says of somebody who can, or may: it may be that this cannot be told. */
export type Sentence = 'allowed' | 'administrator' | 'forbidden' | { readonly missing: Missing };

/** One question of a rule: who may be among those who can? */
export interface ReachRule {
  readonly who: readonly WhoCan[];
  readonly sentence: (subject: Reach['subject']) => Sentence;
  /** Start of the finding ids, e.g. `invoker` for `invoker:role/ml/x`. */
  readonly finding: string;
  readonly expected: string;
}

export interface Reached {
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
  /** Declared administrators who can. */
  readonly administrators: readonly string[];
}

/** One finding for each subject, whatever number of the questions it was found by. */
export function reached({ who, sentence, finding, expected }: ReachRule): Reached {
  const evidence: Evidence[] = [];
  const missing: Missing[] = [];
  const administrators: string[] = [];
  for (const [first, ...more] of bySubject(who)) {
    const name = subjectName(first.subject);
    const said = sentence(first.subject);
    const sure = [first, ...more].filter(({ answer }) => answer.is === 'yes');
    if (said === 'allowed') continue;
    if (said === 'administrator') administrators.push(name);
    else if (said !== 'forbidden') missing.push(said.missing);
    else if (sure.length === 0) missing.push(unsure(first));
    else evidence.push({ finding: `${finding}:${name}`, expected, ...proof(sure) });
  }
  return { evidence, missing: [...missing, ...who.flatMap((one) => one.missing)], administrators };
}

/** Fails on evidence; what is missing withdraws a pass; administrators stand in the note. */
export function judgeReached(parts: readonly Reached[]): Verdict {
  const evidence = parts.flatMap((one) => one.evidence);
  const administrators = [...new Set(parts.flatMap((one) => one.administrators))].sort();
  const verdict = failOnAny(evidence);
  const note = `declared administrators can as well: ${administrators.join(', ')}`;
  return unlessDoubted(
    verdict.verdict === 'pass' && administrators.length > 0 ? pass(note) : verdict,
    distinct(parts.flatMap((one) => one.missing)),
  );
}

/** The same list is missing for many questions. */
function distinct(missing: readonly Missing[]): readonly Missing[] {
  return [...new Map(missing.map((one) => [JSON.stringify(one), one])).values()];
}

function bySubject(who: readonly WhoCan[]): Iterable<readonly [Reach, ...Reach[]]> {
  const groups = new Map<string, [Reach, ...Reach[]]>();
  for (const reach of who.flatMap(({ reaches }) => reaches)) {
    const key = `${reach.subject.sort} ${reach.subject.name}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [reach]);
    else group.push(reach);
  }
  return groups.values();
}

/** `role/ml/x` for those of an ARN, after the account where it is another; else some words. */
export function subjectName({ name, sort }: Reach['subject']): string {
  const from = sort === 'named-account' ? 4 : 5;
  return name.startsWith('arn:') ? name.split(':').slice(from).join(':') : name;
}

/** What is missing where somebody may, and it is not sure that he can. */
export function unsure({ subject, answer }: Reach): Missing {
  const [{ action }] = answer.pairs;
  const what = `whether ${subjectName(subject)} can call ${action}`;
  return { what, why: notCollected(reachReasons(answer)) };
}

/** One request for each action is enough. */
function proof(sure: readonly Reach[]): Pick<Evidence, 'got' | 'statement'> {
  const [statement] = sure.flatMap((one) => reachStatement(one) ?? []);
  const byAction = new Map(sure.toReversed().map((one) => [one.answer.pairs[0].action, one]));
  const got = sure
    .filter((one) => byAction.get(one.answer.pairs[0].action) === one)
    .map(reachText)
    .join('; ');
  return statement === undefined ? { got } : { got, statement };
}
