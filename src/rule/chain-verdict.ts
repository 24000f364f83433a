import type { Account } from '../account/account.ts';
import { chainsFrom, type Edges } from '../account/escalation/chains-from.ts';
import { escalationsOf } from '../account/escalation/escalations-of.ts';
import { nameOf } from '../account/escalation/name-of.ts';
import { ruling, rulersOf, unclearRulers } from '../account/escalation/rulers-of.ts';
import { worksOf } from '../account/lineage/works-of.ts';
import { notCollected } from '../model/observed.ts';
import type { Evidence, Missing } from '../model/verdict.ts';
import type { Findings } from './execution-role-grants.ts';
import { reachOfEdge } from '../account/escalation/edge-reach.ts';
import { reachStatement } from './reach-evidence.ts';
import { unsureEdge } from './escalation-verdict.ts';

/** What may hide who works in notebooks and Studio. */
export function developerGaps(account: Account): readonly Missing[] {
  return worksOf(account).holes.map(({ missing }) => missing);
}

/** The chains from one principal (ARN) to those who administrate, deploy or keep the keys. */
export function chainFindings(account: Account, start: string): Findings {
  const rulers = rulersOf(account);
  const stops = new Set(rulers.keys());
  const sure = chainsFrom(account, start, { stops, reading: 'sure' });
  const possible = chainsFrom(account, start, { stops, reading: 'possible' });
  const own = rulers.get(start);
  const evidence = [...rulers].flatMap(([to, why]) => {
    const chain = sure.get(to);
    return chain === undefined ? [] : [evidenceOf(start, chain, why)];
  });
  const unsure = [...rulers.keys()].flatMap((to) => {
    const chain = sure.has(to) ? undefined : possible.get(to);
    return chain === undefined ? [] : [unsureChain(start, chain)];
  });
  return {
    evidence: own === undefined ? evidence : [rulesItself(start, own), ...evidence],
    missing: [
      ...unsure,
      ...escalationsOf(account).missing,
      ...unclearRulers(account),
      ...undeclaredRulers(account),
    ],
  };
}

function rulesItself(start: string, why: string): Evidence {
  const got = `${nameOf(start)}, ${why}`;
  return { finding: 'is-one-itself', expected: 'a developer who is no administrator', got };
}

function evidenceOf(start: string, chain: Edges, why: string): Evidence {
  const [first] = chain;
  const end = chain.at(-1) ?? first;
  const reach = reachOfEdge(first);
  const statement = reach && reachStatement(reach);
  return {
    finding: `reaches:${nameOf(end.to)}`,
    expected: 'no way from a developer to those who administrate, deploy or keep the keys',
    got: `${nameOf(start)} ${chain.map(({ words }) => words).join(', which ')}, ${why}`,
    ...(statement && { statement }),
  };
}

function unsureChain(start: string, chain: Edges): Missing {
  const [first] = chain;
  const open = chain.find(({ is }) => is === 'may') ?? first;
  const { why } = unsureEdge(open);
  const end = chain.at(-1) ?? first;
  return { what: `whether ${nameOf(start)} reaches ${nameOf(end.to)}`, why };
}

/** Who deploys and who keeps the keys does not follow from policies. */
function undeclaredRulers(account: Account): readonly Missing[] {
  return ruling
    .filter((one) => one !== 'breakGlass' && account.inputs.personas[one] === undefined)
    .map((one) => ({
      what: `inputs.personas.${one}`,
      why: notCollected('no principals are declared'),
      mend: `declare inputs.personas.${one} in leastwise.yaml; an empty list says that there is none`,
    }));
}
