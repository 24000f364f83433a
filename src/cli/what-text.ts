import type { OwnPlaces } from '../account/reach/own-places.ts';
import type { ReachQuestion } from '../account/reach/reach-answer.ts';
import type { PossibleAction } from '../account/reach/what-can.ts';
import { reachAssumptions } from '../account/reach/who-can.ts';
import { callerText } from '../decide/miss.ts';
import type { Principal } from '../decide/principal.ts';
import { printable } from '../model/printable.ts';
import type { Colours } from '../report/text-style.ts';
import { wrap } from '../report/wrap.ts';
import { givenText } from './context-option.ts';
import { adviceLines, missingLines, reasonsOf } from './reach-text.ts';

/** What the principal can and may do to one resource. */
export interface PlaceActions {
  readonly resource: string;
  readonly actions: readonly PossibleAction[];
}

/** The answer of `what-can`. */
export interface WhatAnswer {
  readonly principal: Principal;
  readonly given: Pick<ReachQuestion, 'context' | 'without'>;
  readonly places: readonly PlaceActions[];
  readonly missing: OwnPlaces['missing'];
  /** A bucket whose name is almost the one asked for. */
  readonly near: string | undefined;
}

export function isCertain({ places, missing }: WhatAnswer): boolean {
  const isSure = places.every(({ actions }) => actions.every(({ answer }) => answer.is === 'yes'));
  return missing.length === 0 && isSure;
}

interface Style {
  readonly colours: Colours;
  readonly width: number;
}

/** For a person: resources with the actions on them; those with the same actions stand together. */
export function whatText(answer: WhatAnswer, { colours, width }: Style): string {
  const { principal, given, places, missing, near } = answer;
  const isComplete = missing.length === 0;
  const reached = places.filter(({ actions }) => actions.length > 0);
  const pairs = places.flatMap(({ actions }) => actions.flatMap((one) => one.answer.pairs));
  const [only, another] = places;
  const where = only === undefined || another !== undefined ? '' : ` on ${only.resource}`;
  const on = where === '' ? `these ${String(places.length)} resources` : 'it';
  return [
    colours.bold(
      printable(`What can ${callerText(principal)} do${where}${givenText(given)}?`, 1000),
    ),
    '',
    ...groupLines(reached, width),
    ...(reached.length === 0 ? [isComplete ? 'nothing' : 'nothing that is known of'] : []),
    '',
    ...missingLines(missing, colours),
    isComplete
      ? `Nothing else on ${on}: every action was asked in every context.`
      : 'There may be more: what is not known may be within reach.',
    ...(near === undefined
      ? adviceLines({ missing, pairs })
      : [printable(`Did you mean s3://${near}?`)]),
    ...reachAssumptions.map((one) => colours.dim(printable(`Assumed: ${one}`, 1000))),
  ].join('\n');
}

function groupLines(reached: readonly PlaceActions[], width: number): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { resource, actions } of reached) {
    const text = [...byLevel(actions, width), ...doubtsOf(actions)].join('\n');
    const group = groups.get(text) ?? [];
    groups.set(text, [...group, printable(resource, 1000)]);
  }
  return [...groups].flatMap(([text, resources]) => [...resources, text]);
}

/** A list for each access level; what cannot be told has a question mark. */
function byLevel(actions: readonly PossibleAction[], width: number): readonly string[] {
  const levels = new Map<string, string[]>();
  for (const { action, accessLevel, answer } of actions) {
    const list = levels.get(accessLevel) ?? [];
    // A space that does not break keeps the mark with its action.
    list.push(`${action}${answer.is === 'yes' ? '' : '\u00a0(?)'}`);
    levels.set(accessLevel, list);
  }
  return [...levels].flatMap(([level, list]) =>
    wrap(`  ${level}: `, list.join(', '), width).map((line) => line.replaceAll('\u00a0', ' ')),
  );
}

/** Why it cannot be told, each reason once. */
function doubtsOf(actions: readonly PossibleAction[]): readonly string[] {
  const unsure = actions.filter(({ answer }) => answer.is !== 'yes');
  const reasons = unsure.flatMap(({ answer }) =>
    answer.pairs.filter(({ is }) => is === 'may').flatMap(reasonsOf),
  );
  return [...new Set(reasons)]
    .slice(0, 3)
    .map((one) => `  (?) cannot be told: ${printable(one, 1000)}`);
}

/** For programs. */
export function whatJson(answer: WhatAnswer): string {
  const { principal, given, places, missing } = answer;
  return JSON.stringify(
    {
      principal: callerText(principal),
      ...given,
      certain: isCertain(answer),
      resources: places.map(({ resource, actions }) => ({
        resource,
        actions: actions.map(({ action, accessLevel, answer: { is, pairs } }) => ({
          action,
          accessLevel,
          is,
          pairs,
        })),
      })),
      missing,
      assumptions: reachAssumptions,
    },
    null,
    2,
  );
}
