import type { Chain, EscalationEdge } from '../account/escalation/edge.ts';
import { printable } from '../model/printable.ts';
import type { Colours } from '../report/text-style.ts';
import { reasonsOf } from './reach-text.ts';

/** Who gets there by acting as somebody else, step by step. */
export function chainLines(chain: Chain, colours: Colours): readonly string[] {
  const mark = isSureChain(chain) ? colours.red('can') : colours.yellow('may');
  return [
    `  ${mark}  ${printable(chain.start)}`,
    ...chain.edges.map((edge) => printable(`         ${stepText(edge)}${doubtText(edge)}`, 1000)),
  ];
}

export function isSureChain({ edges, end }: Chain): boolean {
  return end.answer.is === 'yes' && edges.every(({ is }) => is === 'yes');
}

function stepText({ path, words, to }: EscalationEdge): string {
  return `${path}: ${words}, and is then ${to}`;
}

function doubtText({ is, doubt, pairs }: EscalationEdge): string {
  if (is === 'yes') return '';
  const [reason] = pairs.filter((one) => one.is === 'may').flatMap(reasonsOf);
  return ` (cannot be told: ${doubt ?? reason ?? 'the engine does not say why'})`;
}
