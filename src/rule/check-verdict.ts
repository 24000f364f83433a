import { isJsonObject, type JsonObject } from '../model/json.ts';
import type { Unread } from '../model/observed.ts';
import type { Evidence, Missing, StatementRef, Verdict } from '../model/verdict.ts';
import { fail, notApplicable, pass, unknown } from './verdict.ts';

const unreadStates: readonly unknown[] = ['denied', 'gone', 'error', 'not-collected'];

/**
 * A rule's answer as a verdict, with the members of a verdict and no others: rules written in
 * JavaScript, or under a cast, can return anything, and all of it would be written to the records.
 *
 * @throws TypeError that says what is wrong with it.
 */
export function checkVerdict(answer: unknown): Verdict {
  if (answer instanceof Promise) throw wrong('a promise: a verdict is given at once');
  if (!isJsonObject(answer)) throw wrong('no verdict');
  switch (answer['verdict']) {
    case 'pass':
      return pass(optionalText(answer, 'note'));
    case 'fail':
      return fail(...listOf(answer['evidence'], 'evidence', evidenceOf));
    case 'unknown':
      return unknown(...listOf(answer['missing'], 'missing', missingOf));
    case 'not-applicable':
      return notApplicable(text(answer, 'why'));
    default:
      throw wrong(`the verdict ${JSON.stringify(answer['verdict'])}`);
  }
}

function wrong(what: string): TypeError {
  return new TypeError(`check returned ${what}`);
}

function listOf<T>(value: unknown, name: string, read: (member: JsonObject) => T): [T, ...T[]] {
  const members: readonly unknown[] = Array.isArray(value) ? value : [];
  const [first, ...rest] = members.map((member) => {
    if (!isJsonObject(member)) throw wrong(`${name} that is no list of objects`);
    return read(member);
  });
  if (first === undefined) throw wrong(`a verdict without ${name}`);
  return [first, ...rest];
}

function evidenceOf(value: JsonObject): Evidence {
  const field = optionalText(value, 'field');
  const { statement, got } = value;
  // An empty text is an honest `got`: a policy may hold one.
  if (typeof got !== 'string') throw wrong('evidence whose got is no text');
  return {
    finding: text(value, 'finding'),
    expected: text(value, 'expected'),
    got,
    ...(field === undefined ? {} : { field }),
    ...(statement === undefined ? {} : { statement: statementOf(statement) }),
  };
}

function statementOf(value: unknown): StatementRef {
  if (!isJsonObject(value)) throw wrong('evidence whose statement is no object');
  const { index } = value;
  if (!Number.isInteger(index)) throw wrong('a statement whose index is no whole number');
  const sid = optionalText(value, 'sid');
  const place = { policy: text(value, 'policy'), index: Number(index) };
  return sid === undefined ? place : { ...place, sid };
}

function missingOf(value: JsonObject): Missing {
  const mend = optionalText(value, 'mend');
  const missing = { what: text(value, 'what'), why: unreadOf(value['why']) };
  return mend === undefined ? missing : { ...missing, mend };
}

function unreadOf(value: unknown): Unread {
  if (!isJsonObject(value) || !unreadStates.includes(value['state'])) {
    throw wrong('something missing without why: the state of an unread field is needed');
  }
  const texts = Object.entries(value).filter(([, member]) => typeof member === 'string');
  return Object.fromEntries(texts) as unknown as Unread; // its state was just looked at
}

function text(value: JsonObject, name: string): string {
  const found = optionalText(value, name);
  if (found === undefined) throw wrong(`a verdict without the text ${name}`);
  return found;
}

function optionalText(value: JsonObject, name: string): string | undefined {
  const found = value[name];
  if (found === undefined || (typeof found === 'string' && found !== '')) return found;
  throw wrong(`a verdict whose ${name} is no text`);
}
