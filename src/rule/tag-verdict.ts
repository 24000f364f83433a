import type { Account } from '../account/account.ts';
import { actorsOf } from '../account/escalation/actor.ts';
import { nameOf } from '../account/escalation/name-of.ts';
import { tagOpenings, type TagOpening } from '../account/escalation/tag-openings.ts';
import { statementName, statementRef } from '../account/fact/statement-ref.ts';
import { notCollected } from '../model/observed.ts';
import type { Evidence, Missing } from '../model/verdict.ts';
import type { Findings } from './execution-role-grants.ts';
import { reachReasons } from './reach-evidence.ts';

/** Conditions on tags that bind a principal (ARN), and that it opens by tagging. */
export function tagFindings(account: Account, id: string): Findings {
  const actor = actorsOf(account).find(({ arn }) => arn === id);
  if (actor === undefined) return { evidence: [], missing: [] };
  const { openings, unread } = tagOpenings(account, actor);
  return {
    evidence: openings.filter(({ is }) => is === 'yes').map((one) => evidenceOf(id, one)),
    missing: [
      ...openings.filter(({ is }) => is === 'may').map((one) => unsure(id, one)),
      ...unread.map((what) => ({ what, why: notCollected('it is not understood') })),
    ],
  };
}

function evidenceOf(id: string, { policy, lock, answer }: TagOpening): Evidence {
  const { statement, tag } = lock;
  const [{ action, resource }] = answer.pairs;
  return {
    finding: `opens:${policy}:${statementName(statement)}`,
    expected: 'no tagging of resources whose tags decide what the principal may do',
    got: `${nameOf(id)} can ${action} on ${resource} and so set or remove the tag ${tag}, on which ${statementName(statement)} of ${policy} relies`,
    statement: statementRef(policy, statement),
  };
}

function unsure(id: string, { policy, lock, answer }: TagOpening): Missing {
  const why = answer.is === 'may' ? reachReasons(answer) : 'the value of the tag is a variable';
  return {
    what: `whether ${nameOf(id)} opens ${statementName(lock.statement)} of ${policy}`,
    why: notCollected(why),
  };
}
