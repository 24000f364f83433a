import { isJsonObject } from '../model/json.ts';
import type { Verdict } from '../model/verdict.ts';

const unreadStates: readonly unknown[] = ['denied', 'gone', 'error', 'not-collected'];

/**
 * A rule's answer as a verdict. Rules written in JavaScript, or under a cast, can return anything.
 *
 * @throws TypeError that says what is wrong with it.
 */
export function checkVerdict(answer: unknown): Verdict {
  const problem = problemOf(answer);
  if (problem !== undefined) throw new TypeError(`check returned ${problem}`);
  return answer as Verdict; // its shape was just looked at
}

function problemOf(answer: unknown): string | undefined {
  if (answer instanceof Promise) return 'a promise: a verdict is given at once';
  if (!isJsonObject(answer)) return 'no verdict';
  switch (answer['verdict']) {
    case 'pass':
      return answer['note'] === undefined || isText(answer['note'])
        ? undefined
        : 'a pass whose note is no text';
    case 'fail':
      return isListOf(answer['evidence'], isEvidence)
        ? undefined
        : 'a fail without evidence (finding, expected and got are needed)';
    case 'unknown':
      return isListOf(answer['missing'], isMissing)
        ? undefined
        : 'an unknown that does not say what is missing and why';
    case 'not-applicable':
      return isText(answer['why']) ? undefined : 'a not-applicable that does not say why';
    default:
      return `the verdict ${JSON.stringify(answer['verdict'])}`;
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isListOf(value: unknown, isMember: (member: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isMember);
}

/** An empty text is an honest `got`: a policy may hold one. */
function isEvidence(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { statement } = value;
  return (
    isText(value['finding']) &&
    isText(value['expected']) &&
    typeof value['got'] === 'string' &&
    (statement === undefined ||
      (isJsonObject(statement) &&
        typeof statement['policy'] === 'string' &&
        typeof statement['index'] === 'number'))
  );
}

function isMissing(value: unknown): boolean {
  if (!isJsonObject(value) || !isText(value['what'])) return false;
  const why = value['why'];
  return isJsonObject(why) && unreadStates.includes(why['state']);
}
