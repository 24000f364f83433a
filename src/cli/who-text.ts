import type { WhoCanBecome } from '../account/escalation/edge.ts';
import type { ReachQuestion, WhoCan } from '../account/reach/reach-answer.ts';
import type { Missing } from '../model/verdict.ts';
import { printable } from '../model/printable.ts';
import type { Colours } from '../report/text-style.ts';
import { chainLines, isSureChain } from './chain-text.ts';
import { givenText } from './context-option.ts';
import { adviceLines, eachOnce, missingLines, reachLines } from './reach-text.ts';

/** The answer of `who-can`. */
export interface WhoAnswer {
  readonly question: ReachQuestion;
  readonly who: WhoCan;
  /** Undefined: not asked for. */
  readonly further: WhoCanBecome | undefined;
  /** How many roles and users were asked. */
  readonly principals: number;
  /** A bucket whose name is almost the one asked for. */
  readonly near: string | undefined;
}

/** Nobody is left out, and of everybody told it is proven. */
export function isCertain(answer: WhoAnswer): boolean {
  const { who, further } = answer;
  const isSure = who.reaches.every(({ answer: { is } }) => is === 'yes');
  return missingOf(answer).length === 0 && isSure && (further?.chains ?? []).every(isSureChain);
}

export function missingOf({ who, further }: WhoAnswer): readonly Missing[] {
  return eachOnce([...who.missing, ...(further?.missing ?? [])]);
}

/** For a person: who can, who may, whether there are others, what to do about what is not known. */
export function whoText(answer: WhoAnswer, colours: Colours): string {
  const { question, who, further, near } = answer;
  const missing = missingOf(answer);
  const isComplete = missing.length === 0;
  const { action, resource } = question;
  const pairs = who.reaches.flatMap((one) => one.answer.pairs);
  return [
    colours.bold(printable(`Who can call ${action} on ${resource}${givenText(question)}?`, 1000)),
    '',
    ...reachLines(who.reaches, colours),
    ...(who.reaches.length === 0 ? [noneText(isComplete)] : []),
    ...furtherLines(further, { isComplete, colours }),
    '',
    ...missingLines(missing, colours),
    ...(isComplete
      ? [nobodyElse(answer)]
      : ['There may be others: what is not known may let them in.']),
    ...(near === undefined
      ? adviceLines({ missing, pairs })
      : [printable(`Did you mean s3://${near}?`)]),
    ...who.assumptions.map((one) => colours.dim(printable(`Assumed: ${one}`, 1000))),
  ].join('\n');
}

function furtherLines(
  further: WhoCanBecome | undefined,
  { isComplete, colours }: { readonly isComplete: boolean; readonly colours: Colours },
): readonly string[] {
  if (further === undefined) return [];
  const { chains } = further;
  return [
    '',
    'By acting as somebody else:',
    ...chains.flatMap((one) => chainLines(one, colours)),
    ...(chains.length === 0 ? [noneText(isComplete)] : []),
  ];
}

function noneText(isComplete: boolean): string {
  return isComplete ? '  nobody' : '  nobody that is known of';
}

function nobodyElse({ principals, who, further }: WhoAnswer): string {
  const found = who.reaches.length + (further?.chains.length ?? 0);
  const nobody = found === 0 ? 'Nobody' : 'Nobody else';
  const asked = `asked of ${String(principals)} roles and users and of everybody outside.`;
  if (further !== undefined) return `${nobody}: ${asked}`;
  return `${nobody} by permissions of their own: ${asked}\nWho gets there by acting as somebody else is told with --transitive.`;
}

/** For programs. */
export function whoJson(answer: WhoAnswer): string {
  const { question, who, further } = answer;
  return JSON.stringify(
    {
      ...question,
      certain: isCertain(answer),
      principals: who.reaches.map(({ subject, answer: { is, pairs } }) => ({
        sort: subject.sort,
        name: subject.name,
        is,
        pairs,
      })),
      ...(further && {
        chains: further.chains.map((one) => ({
          ...one,
          is: isSureChain(one) ? 'yes' : 'may',
          end: one.end.subject.name,
        })),
      }),
      missing: missingOf(answer),
      assumptions: who.assumptions,
    },
    null,
    2,
  );
}
