import type { Account } from '../account/account.ts';
import { waysOut, type WayOut } from '../account/access/boundary-hold.ts';
import { notCollected } from '../model/observed.ts';
import type { Evidence, Missing, Verdict } from '../model/verdict.ts';
import { failOnAny, unknown } from './verdict.ts';

/** Judges whether a boundary holds the role, by the engine's answers. ARNs of both. */
export function judgeBoundary(account: Account, role: string, boundary: string): Verdict {
  const ways = waysOut(account, role, boundary);
  const open = ways.filter(({ decision }) => decision.outcome === 'allowed');
  const [unsure] = ways.filter(({ decision }) => decision.outcome === 'unknown');
  if (open.length > 0) return failOnAny(open.map((way) => openWay(way, boundary)));
  if (unsure !== undefined) return unknown(unsureWay(unsure, boundary));
  if (ways.length === 0) {
    return unknown({ what: `boundary ${boundary}`, why: notCollected(`${role} is no role's ARN`) });
  }
  return failOnAny([]);
}

function openWay({ action, resource }: WayOut, boundary: string): Evidence {
  return {
    finding: `lets-go:${action}`,
    expected: 'a boundary that the role cannot take off or rewrite',
    got: `${boundary} allows ${action} on ${resource}`,
    field: 'permissionsBoundary',
  };
}

function unsureWay({ action, resource, decision }: WayOut, boundary: string): Missing {
  const [reason] = decision.reasons;
  const text = reason?.text ?? 'the engine does not say why';
  return {
    what: `boundary ${boundary}`,
    why: notCollected(`whether it allows ${action} on ${resource}: ${text}`),
    mend: 'deny the action in the boundary, without a condition',
  };
}
