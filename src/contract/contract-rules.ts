import { sha256 } from '../model/canonical.ts';
import { rule, type AnyRule } from '../rule/rule.ts';
import type { Clause, Contract } from './contract.ts';
import { clauseTitle } from './clause-title.ts';
import { judgeClause } from './judge-clause.ts';

/** A contract as rules: one for each artifact and verb, `contract/<artifact>-<verb>`. */
export function contractRules(contract: Contract): readonly AnyRule[] {
  return contract.clauses.map((clause) => clauseRule(contract, clause));
}

function clauseRule(contract: Contract, clause: Clause): AnyRule {
  const { artifact, verb } = clause;
  const id = `contract/${artifact}-${verb}`;
  return rule({
    id,
    code: codeOf(id),
    title: clauseTitle(clause),
    severity: contract.severity,
    why: `The access contract ${contract.file} says so. Whoever else has this access has it unnoticed, by whatever policy; whoever lacks it is stopped where nobody expects it.`,
    fix: `Take the access from whom the finding names, or give it to whom it calls missing; if it is right as it is, say so below access.${artifact}.${verb} of the contract.`,
    on: 'iam.account',
    needs: [],
    check: (_resource, account) => judgeClause(account, contract, clause),
  });
}

/** Of the id alone, so that it stays the same whatever else the contract asserts. */
function codeOf(id: string): string {
  return `ACC-${sha256(id).slice(0, 6)}`;
}
