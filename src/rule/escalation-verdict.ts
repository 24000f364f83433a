import type { Account } from '../account/account.ts';
import { reachOfEdge } from '../account/escalation/edge-reach.ts';
import type { EscalationEdge, EscalationPath } from '../account/escalation/edge.ts';
import { escalationsBy, escalationsFrom } from '../account/escalation/escalations-of.ts';
import type { Gain } from '../account/escalation/gain-by-question.ts';
import { gainOf } from '../account/escalation/gain.ts';
import { nameOf } from '../account/escalation/name-of.ts';
import { isDeclaredAdministrator } from '../account/persona/persona-of.ts';
import { notCollected } from '../model/observed.ts';
import type { Evidence, Missing, Verdict } from '../model/verdict.ts';
import type { Findings } from './execution-role-grants.ts';
import { judgePrincipal, type JudgedPrincipal } from './principal-verdict.ts';
import { reachReasons, reachStatement, reachText } from './reach-evidence.ts';

/**
 * Judges a role or user by one path of the catalogue: fails for everybody that it gets to act as by
 * that path and who can something that it cannot; unknown where either cannot be told.
 */
export function judgeEscalation(
  account: Account,
  principal: JudgedPrincipal,
  code: EscalationPath,
): Verdict {
  return judgePrincipal(account, principal, () => {
    const all = escalationsFrom(account, code, principal.id);
    const edges = all.filter(({ isItsWork }) => !isItsWork);
    const { missing } = escalationsBy(account, code);
    if (isDeclaredAdministrator(account, principal.id)) {
      return { evidence: edges.slice(0, 1).map((edge) => evidenceOf(edge)), missing };
    }
    const found = edges.map((edge) => findingOf(account, edge));
    return {
      evidence: found.flatMap(({ evidence }) => evidence),
      missing: [...found.flatMap((one) => one.missing), ...missing],
    };
  });
}

function findingOf(account: Account, edge: EscalationEdge): Findings {
  const gain = gainOf(account, edge);
  if (gain.is === 'no') return { evidence: [], missing: [] };
  if (edge.is === 'may') return { evidence: [], missing: [unsureEdge(edge)] };
  if (gain.is === 'may') return { evidence: [], missing: [unsureGain(edge, gain)] };
  return { evidence: [evidenceOf(edge, gain)], missing: [] };
}

/** Of a declared administrator it is told what he can do, and not what he gains. */
function evidenceOf(edge: EscalationEdge, gain?: Gain): Evidence {
  const { from, to } = edge;
  const reach = reachOfEdge(edge);
  const statement = reach && reachStatement(reach);
  const gains = gain === undefined ? '' : ` and gains ${gain.words}`;
  const proof = reach === undefined ? '' : `: ${reachText(reach)}`;
  return {
    finding: from === to ? 'widens-itself' : `acts-as:${nameOf(to)}`,
    expected: 'no way to permissions that it does not have itself',
    got: `${nameOf(from)} ${edge.words}${gains}${proof}`,
    ...(statement && { statement }),
  };
}

export function unsureEdge(edge: EscalationEdge): Missing {
  const reach = reachOfEdge(edge);
  const unsure = edge.pairs.some(({ is }) => is === 'may');
  const reasons = [
    ...(edge.doubt === undefined ? [] : [edge.doubt]),
    ...(reach && unsure ? [reachReasons(reach.answer)] : []),
  ];
  const why = reasons.join('; ') || 'each permission is there, but no call was found that has both';
  return { what: `whether ${nameOf(edge.from)} ${edge.words}`, why: notCollected(why) };
}

function unsureGain({ from, to }: EscalationEdge, gain: Gain): Missing {
  return {
    what: `whether ${nameOf(to)} can more than ${nameOf(from)}`,
    why: notCollected(`it cannot be told for ${gain.words}`),
  };
}
