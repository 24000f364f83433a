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
    ...answer.assumptions.map((one) => colours.dim(`Assumed: ${one}`)),
  ];
  return lines.map((line) => line.trimEnd()).join('\n');
}

function headline({ outcome, pairs, principal }: AccessAnswer): string {
  const [asked] = pairs;
  const what = `${callerText(principal)} · ${asked?.action ?? ''} · ${asked?.resource ?? ''}`;
  const safe = printable(what, 1000);
  const blocking = pairs.filter(
    ({ decision }) => decision.outcome === outcome && outcome !== 'allowed',
  );
  const names = blocking.map(({ action }) => action).join(' and ');
  const passed = pairs.filter(({ decision }) => decision.outcome === 'allowed');
  const although =
    passed.length > 0
      ? `, although ${passed.map((one) => one.action).join(' and ')} is allowed`
      : '';
  switch (outcome) {
    case 'allowed':
      return `Yes: ${safe}`;
    case 'unknown':
      return `Unknown: ${safe}`;
    case 'explicitly-denied':
      return `No: ${safe}\n${names} is denied by a policy${although}`;
    case 'implicitly-denied':
      return `No: ${safe}\n${names} is not allowed${although}`;
  }
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
    ...shownReasons(decision).flatMap(reasonLines),
    '',
  ];
}

/** Each level of the organisation must allow a request; that they all do is told in one line. */
function shownReasons({ outcome, reasons }: Decision): readonly Reason[] {
  if (outcome !== 'allowed') return reasons;
  const own = reasons.filter((one) => !isOrganization(one));
  if (own.length === reasons.length) return reasons;
  return [...own, { kind: 'rule', text: 'every level of the organisation allows it' }];
}

function isOrganization(reason: Reason): boolean {
  return reason.kind === 'allow' && ['scp', 'rcp'].includes(reason.statement.layer);
}

function reasonLines(reason: Reason): readonly string[] {
  const [first = '', ...rest] = reason.text.split('; ');
  return [`  - ${printable(first, 2000)}`, ...rest.map((one) => `      ${printable(one, 2000)}`)];
}

/** Keys whose value would settle what is unknown. */
function hints({ pairs, outcome }: AccessAnswer): readonly string[] {
  if (outcome !== 'unknown') return [];
  const keys = pairs.flatMap(({ decision }) =>
    decision.reasons.flatMap((reason) =>
      reason.kind === 'unsure' && reason.miss.actual === 'unknown'
        ? (reason.miss.condition?.key ?? [])
        : [],
    ),
  );
  return [...new Set(keys)].map((key) => `To settle it, give --context ${printable(key)}=VALUE`);
}
