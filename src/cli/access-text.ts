import type picocolors from 'picocolors';
import type { AccessAnswer, PairAnswer } from '../account/access/can.ts';
import type { Decision, Outcome, Reason } from '../decide/decision.ts';
import { callerText } from '../decide/miss.ts';
import { printable } from '../model/printable.ts';

type Colours = ReturnType<typeof picocolors.createColors>;

const words: { readonly [O in Outcome]: string } = {
  allowed: 'allowed',
  'explicitly-denied': 'denied by a policy',
  'implicitly-denied': 'not allowed',
  unknown: 'cannot be told',
};

/** The answer for a person: a headline, then each needed permission with its reasons. */
export function accessText(answer: AccessAnswer, colours: Colours): string {
  const lines = [
    colours.bold(headline(answer)),
    '',
    ...answer.pairs.flatMap((pair) => pairLines(pair, colours)),
    ...hints(answer),
    ...answer.warnings.map((one) => colours.yellow(printable(`But: ${one}`, 2000))),
    ...answer.assumptions.map((one) => colours.dim(printable(`Assumed: ${one}`, 2000))),
  ];
  return lines.map((line) => line.trimEnd()).join('\n');
}

function headline({ outcome, pairs, principal }: AccessAnswer): string {
  const [asked] = pairs;
  const what = `${callerText(principal)} · ${asked?.action ?? ''} · ${asked?.resource ?? ''}`;
  const safe = printable(what, 1000);
  switch (outcome) {
    case 'allowed':
      return `Yes: ${safe}`;
    case 'unknown':
      return `Unknown: ${safe}`;
    case 'explicitly-denied':
      return `No: ${safe}\n${blockedText(pairs, outcome, 'denied by a policy')}`;
    case 'implicitly-denied':
      return `No: ${safe}\n${blockedText(pairs, outcome, 'not allowed')}`;
  }
}

/** E.g. `kms:Decrypt is not allowed, although s3:GetObject is allowed`. */
function blockedText(pairs: readonly PairAnswer[], outcome: Outcome, what: string): string {
  const blocked = pairs.filter(({ decision }) => decision.outcome === outcome);
  const allowed = pairs.filter(({ decision }) => decision.outcome === 'allowed');
  const although = allowed.length > 0 ? `, although ${actionsAre(allowed)} allowed` : '';
  return `${actionsAre(blocked)} ${what}${although}`;
}

function actionsAre(pairs: readonly PairAnswer[]): string {
  return `${pairs.map(({ action }) => action).join(' and ')} ${pairs.length > 1 ? 'are' : 'is'}`;
}

function pairLines(
  { action, resource, because, decision }: PairAnswer,
  colours: Colours,
): readonly string[] {
  const why = because === undefined ? '' : ` (${because})`;
  const colour = {
    allowed: colours.green,
    unknown: colours.yellow,
    'explicitly-denied': colours.red,
    'implicitly-denied': colours.red,
  }[decision.outcome];
  return [
    `${colour(words[decision.outcome])}: ${printable(`${action} on ${resource}${why}`, 1000)}`,
    ...shownReasons(decision).flatMap((one) => reasonLines(one, decision.outcome)),
    '',
  ];
}

/** Each level of the organisation must allow a request; that they all do is told in one line. */
function shownReasons({ outcome, reasons }: Decision): readonly Reason[] {
  const stopped = reasons.some(
    (one) => one.kind === 'no-allow' && (one.layer === 'scp' || one.layer === 'rcp'),
  );
  if (stopped || (outcome !== 'allowed' && outcome !== 'implicitly-denied')) return reasons;
  const own = reasons.filter((one) => !isOrganization(one));
  if (own.length === reasons.length) return reasons;
  return [...own, { kind: 'rule', text: allLevels }];
}

const allLevels = 'every level of the organisation allows it';

function isOrganization(reason: Reason): boolean {
  return reason.kind === 'allow' && ['scp', 'rcp'].includes(reason.statement.layer);
}

/** A plus marks what speaks for a request that fails all the same. */
function reasonLines(reason: Reason, outcome: Outcome): readonly string[] {
  const speaksFor = reason.kind === 'allow' || reason.text === allLevels;
  const mark = outcome === 'implicitly-denied' && speaksFor ? '+' : '-';
  const [first = '', ...rest] = reason.text.split('; ');
  return [
    `  ${mark} ${printable(first, 2000)}`,
    ...rest.map((one) => `      ${printable(one, 2000)}`),
  ];
}

/** Keys whose value would settle what is unknown. */
function hints({ pairs, outcome }: AccessAnswer): readonly string[] {
  if (outcome !== 'unknown') return [];
  const keys = pairs.flatMap(({ decision, unknownKeys }) => {
    if (decision.outcome !== 'unknown') return [];
    const named = decision.reasons.flatMap((reason) =>
      reason.kind === 'unsure' && reason.miss.actual === 'unknown'
        ? (reason.miss.condition?.key ?? [])
        : [],
    );
    // Grants of a key ask for its encryption context without a statement that says so.
    return named.length > 0 ? named : unknownKeys;
  });
  return [...new Set(keys)].map((key) => {
    const name = printable(key);
    return `To settle it, give --context ${name}=VALUE, or --without ${name}`;
  });
}
