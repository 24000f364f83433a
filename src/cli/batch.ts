import { createReadStream } from 'node:fs';
import { duplicateKey } from '../model/duplicate-key.ts';
import { exitCode, type ExitCode } from '../model/exit-code.ts';
import { UserError } from '../model/user-error.ts';
import { readLines } from './read-lines.ts';
import type { Shell } from './shell.ts';

/** What became of one line: an answer, or why there is none. */
export type LineAnswer =
  { readonly answer: object } | { readonly code: string; readonly message: string };

/** Answers one case; the value is any JSON. May throw: the line is then answered with the error. */
export type AnswerCase = (value: unknown) => LineAnswer;

/**
 * Answers a file of JSON Lines (`-`: standard input) line by line, in order, on stdout. A line that
 * cannot be answered gets `{ id, error: { code, message } }` in its place; the exit code is then 2.
 */
export async function answerBatch(
  file: string,
  answer: AnswerCase,
  shell: Shell,
): Promise<ExitCode> {
  let bad = 0;
  let line = 0;
  for await (const chunk of linesOf(file)) {
    const answers: string[] = [];
    for (const text of chunk) {
      line += 1;
      if (text.trim() === '') continue;
      const value = parseLine(text);
      const one = 'code' in value ? value : attempt(value.value, answer);
      if ('code' in one) bad += 1;
      answers.push(JSON.stringify('code' in one ? errorLine(one, idOf(value)) : one.answer));
    }
    if (answers.length > 0) await shell.terminal.write(`${answers.join('\n')}\n`);
  }
  if (bad === 0) return exitCode.holds;
  shell.terminal.say(`leastwise: ${String(bad)} of ${String(line)} lines could not be answered`);
  return exitCode.usage;
}

type ParsedLine =
  | { readonly value: unknown }
  | { readonly value?: unknown; readonly code: string; readonly message: string };

function parseLine(text: string): ParsedLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { code: 'bad-json', message: error instanceof Error ? error.message : String(error) };
  }
  const twice = duplicateKey(text);
  if (twice === undefined) return { value };
  return { value, code: 'duplicate-key', message: `${twice} is there twice; which one counts?` };
}

function attempt(value: unknown, answer: AnswerCase): LineAnswer {
  try {
    return answer(value);
  } catch (error) {
    // One broken case must not end the run; its line says so and the exit code is 2.
    return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
  }
}

function errorLine({ code, message }: { code: string; message: string }, id: unknown): object {
  return { id: id ?? null, error: { code, message } };
}

function idOf({ value }: ParsedLine): unknown {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}

async function* linesOf(file: string): AsyncGenerator<readonly string[]> {
  const stream = file === '-' ? process.stdin.setEncoding('utf8') : createReadStream(file, 'utf8');
  try {
    // Chunks come as text: the encoding is set.
    yield* readLines(stream as AsyncIterable<string>);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(`--batch ${file}: cannot be read: ${why}`, { cause: error });
  }
}
