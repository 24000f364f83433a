import { parsePrincipalName } from '../../decide/principal.ts';
import type { Reach } from '../reach/reach-answer.ts';
import type { EscalationEdge } from './edge.ts';

/** What a step needs, as an answer of the engine; undefined for one that asked the engine nothing. */
export function reachOfEdge({ from, is, pairs }: EscalationEdge): Reach | undefined {
  const [first, ...rest] = pairs;
  const principal = parsePrincipalName(from);
  if (first === undefined || principal === undefined) return undefined;
  const sort = principal.kind === 'user' ? 'user' : 'role';
  return { subject: { sort, principal, name: from }, answer: { is, pairs: [first, ...rest] } };
}
