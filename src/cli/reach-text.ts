import { allowEverything, unreadText } from '../account/access/sourced-policy.ts';
import type { Reach, ReachPair, Subject } from '../account/reach/reach-answer.ts';
import type { StatementSource } from '../decide/decision.ts';
import { sourceText } from '../decide/reason-text.ts';
import { printable } from '../model/printable.ts';
import type { Missing } from '../model/verdict.ts';
import type { Colours } from '../report/text-style.ts';

/**
 * First those who can, each with the permissions that let it in; then those of whom it cannot be told,
 * together where the reasons are the same.
 */
export function reachLines(reaches: readonly Reach[], colours: Colours): readonly string[] {
  const groups = new Map<string, { readonly heads: string[]; readonly lines: readonly string[] }>();
  const sure = reaches.filter(({ answer }) => answer.is === 'yes');
  const unsure = reaches.filter(({ answer }) => answer.is !== 'yes');
  for (const { subject, answer } of [...sure, ...unsure]) {
    const mark = answer.is === 'yes' ? colours.red('can') : colours.yellow('may');
    const head = `  ${mark}  ${printable(subjectText(subject))}`;
    const lines = answer.pairs.flatMap((pair) => pairLines(subject, pair));
    // Somebody who can has a place of its own, even if another can by the same statements.
    const key = answer.is === 'yes' ? head : lines.join('\n');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { heads: [head], lines });
    else group.heads.push(head);
  }
  return [...groups.values()].flatMap(({ heads, lines }) => [...heads, ...lines]);
}

/** Services and strangers by what they are, principals by their ARN. */
export function subjectText({ sort, name }: Subject): string {
  switch (sort) {
    case 'anonymous':
      return 'anybody, without credentials';
    case 'service':
      return name.includes(' ') ? name : `service ${name}`;
    case 'root':
      return `root user ${name}`;
    case 'any-account':
    case 'organization':
    case 'named-account':
    case 'federated':
    case 'user':
    case 'role':
      return name;
  }
}

function pairLines(subject: Subject, pair: ReachPair): readonly string[] {
  const { action, because, witness, is } = pair;
  const why = because === undefined ? '' : ` (${because})`;
  const on = witness === undefined ? '' : ` on ${witness.resource}${contextText(witness.context)}`;
  const doubt = is === 'may' ? ': cannot be told' : '';
  const lines = is === 'may' ? reasonsOf(pair).slice(0, 3) : grantingText(subject, pair.way);
  return [
    `         ${printable(`${action}${on}${why}${doubt}`, 1000)}`,
    ...lines.map((line) => `           - ${printable(line, 1000)}`),
  ];
}

const general = 'it cannot be told whether a request is allowed';

/** Why it cannot be told; the general reason only where there is no other. */
export function reasonsOf({ reasons }: ReachPair): readonly string[] {
  const certain = reasons.filter((one) => one !== general);
  return certain.length > 0 ? certain : reasons;
}

/** Not told: levels of the organisation, which let everything pass, and what is assumed. */
function grantingText({ sort }: Subject, way: readonly StatementSource[]): readonly string[] {
  const granting = way.filter(
    ({ layer, policy }) => layer !== 'scp' && layer !== 'rcp' && policy !== allowEverything.name,
  );
  if (sort === 'root' && granting.length === 0) return ['the root user needs no Allow'];
  return granting.map((one) => sourceText(one));
}

function contextText(context: { readonly [key: string]: unknown }): string {
  const told = Object.entries(context).filter(([key]) => !usual.has(key));
  if (told.length === 0) return '';
  return ` with ${told.map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(', ')}`;
}

const usual: ReadonlySet<string> = new Set(['aws:securetransport', 'aws:requestedregion']);

/** What is not known, each once, and what mends it. */
export function missingLines(missing: readonly Missing[], colours: Colours): readonly string[] {
  return eachOnce(missing).map(({ what, why, mend }) => {
    const advice = mend === undefined ? '' : ` (${mend})`;
    return colours.yellow(printable(`Not known: ${what}: ${unreadText(why)}${advice}`, 1000));
  });
}

export function eachOnce(missing: readonly Missing[]): readonly Missing[] {
  return [...new Map(missing.map((one) => [JSON.stringify(one), one])).values()];
}

interface Uncertain {
  readonly missing: readonly Missing[];
  /** Pairs of which it cannot be told whether they are allowed. */
  readonly pairs: readonly ReachPair[];
}

/** What to do about an answer that is not certain; nothing where it is. */
export function adviceLines({ missing, pairs }: Uncertain): readonly string[] {
  const reasons = pairs.filter(({ is }) => is === 'may').flatMap(reasonsOf);
  const isDenied =
    missing.some(({ why }) => why.state === 'denied') ||
    reasons.some((one) => / was denied \(/.test(one));
  return [
    ...(isDenied
      ? ['What was denied is settled by a new snapshot: leastwise iam-policy prints what it needs.']
      : []),
    ...(reasons.length > 0
      ? [
          'What cannot be told may be settled by asking for less: one ARN, --context KEY=VALUE or',
          '--without KEY; leastwise can tells all about one request.',
        ]
      : []),
  ];
}
