import type { Reach, ReachAnswer, ReachPair, Subject } from '../account/reach/reach-answer.ts';
import type { StatementRef } from '../model/verdict.ts';

type Statement = ReachPair['way'][number];

/** Who can, by which statements, and a request that the engine allows. */
export function reachText({ subject, answer }: Reach): string {
  const ways = answer.pairs.map(
    (pair) => `${pair.action} on ${pair.resource}${wayText(subject, pair)}`,
  );
  const [{ witness }] = answer.pairs;
  const proof = witness === undefined ? '' : `; allowed is ${requestText(witness, subject.name)}`;
  return `${subject.name} can ${ways.join(' and ')}${proof}`;
}

/** Why an answer is no yes: of the permissions that are not, what the engine says. */
export function reachReasons({ pairs, is }: ReachAnswer): string {
  const reasons = pairs
    .filter((pair) => pair.is === is)
    .map(({ action, resource, because, reasons: why }) => {
      const needed = because === undefined ? '' : `, which it needs because ${because}`;
      return `${action} on ${resource}${needed}: ${why.join('; ') || 'the engine does not say why'}`;
    });
  return reasons.join('; ') || 'the engine does not say why';
}

/** The statement that lets in: of the principal or the resource; those of the organisation let all. */
export function reachStatement({ subject, answer }: Reach): StatementRef | undefined {
  const [first] = answer.pairs.flatMap((pair) => ownStatements(subject, pair));
  if (first === undefined) return undefined;
  const { policy, index, sid } = first;
  return { policy, index, ...(sid !== undefined && sid !== '' && { sid }) };
}

type Request = NonNullable<ReachPair['witness']>;

/** Who asks is told where the subject stands for many. */
function requestText({ principal, resource, context }: Request, subject: string): string {
  const given = Object.entries(context).map(([key, value]) => `${key} ${String(value)}`);
  const carried = given.length === 0 ? '' : ` with ${given.join(', ')}`;
  const name = typeof principal === 'string' ? principal : principal.service;
  const who = name === subject ? '' : ` by ${name}`;
  return `e.g. ${resource}${who}${carried}`;
}

function wayText(subject: Subject, pair: ReachPair): string {
  const names = ownStatements(subject, pair).map(
    ({ sid, index, policy }) =>
      `${sid === undefined || sid === '' ? `statement ${String(index)}` : sid} of ${policy}`,
  );
  return names.length === 0 ? '' : ` (${names.join(', ')})`;
}

/**
 * Of the statements by which somebody gets in, those of the principal and of the resource: the others
 * let everybody do everything, and what other accounts let their principals do is not known.
 */
export function ownStatements({ sort }: Subject, { way }: ReachPair): readonly Statement[] {
  const isOwn = sort === 'role' || sort === 'user' || sort === 'root';
  return way.filter(({ layer }) => layer === 'resource' || (isOwn && layer === 'identity'));
}
