import type picocolors from 'picocolors';
import type { Chain } from '../account/escalation/edge.ts';
import { unreadText } from '../account/access/sourced-policy.ts';
import type { Reach, ReachPair, Subject } from '../account/reach/reach-answer.ts';
import type { StatementSource } from '../decide/decision.ts';
import { sourceText } from '../decide/reason-text.ts';
import { printable } from '../model/printable.ts';
import type { Missing } from '../model/verdict.ts';

type Colours = ReturnType<typeof picocolors.createColors>;

/** A subject with the permissions that let it in, for a person. */
export function reachLines({ subject, answer }: Reach, colours: Colours): readonly string[] {
  const mark = answer.is === 'yes' ? colours.red('can') : colours.yellow('may');
  return [
    `  ${mark}  ${printable(subjectText(subject))}`,
    ...answer.pairs.flatMap((pair) => pairLines(pair)),
  ];
}

/** Services and strangers by what they are, principals by their ARN. */
export function subjectText({ sort, name }: Subject): string {
  switch (sort) {
    case 'anonymous':
      return 'anybody, without credentials';
    case 'service':
      return `service ${name}`;
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

function pairLines(pair: ReachPair): readonly string[] {
  const { action, because, witness, reasons } = pair;
  const why = because === undefined ? '' : ` (${because})`;
  const on = witness === undefined ? '' : ` on ${witness.resource}${contextText(witness.context)}`;
  const lines = [
    ...grantingText(pair.way),
    ...reasons.slice(0, 3).map((one) => `it is not known whether it is allowed: ${one}`),
  ];
  return [
    `         ${printable(`${action}${on}${why}`, 1000)}`,
    ...lines.map((line) => `           - ${printable(line, 1000)}`),
  ];
}

/** Levels of the organisation that let everything pass are not told. */
function grantingText(way: readonly StatementSource[]): readonly string[] {
  return way
    .filter(({ layer }) => layer !== 'scp' && layer !== 'rcp')
    .map((one) => sourceText(one));
}

function contextText(context: { readonly [key: string]: unknown }): string {
  const told = Object.entries(context).filter(([key]) => !usual.has(key));
  if (told.length === 0) return '';
  return ` with ${told.map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(', ')}`;
}

const usual: ReadonlySet<string> = new Set(['aws:securetransport', 'aws:requestedregion']);

/** Who gets there by acting as somebody else, step by step. */
export function chainLines({ start, edges, end }: Chain, colours: Colours): readonly string[] {
  const sure = end.answer.is === 'yes' && edges.every((one) => one.is === 'yes');
  const mark = sure ? colours.red('can') : colours.yellow('may');
  return [
    `  ${mark}  ${printable(start)}`,
    ...edges.map(({ path, words, to }) =>
      printable(`         ${path}: ${words}, and is then ${to}`, 1000),
    ),
  ];
}

export function missingLines(missing: readonly Missing[], colours: Colours): readonly string[] {
  return missing.map(({ what, why }) =>
    colours.yellow(printable(`Not known: ${what}: ${unreadText(why)}`, 1000)),
  );
}
