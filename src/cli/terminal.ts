import { exitCode } from '../model/exit-code.ts';
import { printable } from '../model/printable.ts';
import { UserError } from '../model/user-error.ts';

/** Characters; an error of AWS or of a file may quote more. */
const longestLine = 4000;

/** Where people read: stderr. Where data goes: stdout. */
export interface Terminal {
  readonly interactive: boolean;
  readonly colour: boolean;
  /** Columns, where known. */
  readonly width: number;
  /** Lines for people. Names from an account or a file may be in them: control characters are escaped. */
  say(text: string): void;
  /** A line that the next one overwrites; nothing unless interactive. */
  status(text: string): void;
  /** Data. Resolves when the text was taken. */
  write(text: string): Promise<void>;
  /** The error of stdout, whoever wrote to it. */
  lost(): Error | undefined;
}

/** The process's own terminal: NO_COLOR, FORCE_COLOR, CI and TERM=dumb are honoured. */
export function processTerminal(): Terminal {
  const { stderr, stdout, env } = process;
  // Where there is no terminal `isTTY` is not false but missing, whatever its type says.
  const interactive = Boolean(stderr.isTTY) && env['CI'] === undefined && env['TERM'] !== 'dumb';
  let pending = false;
  // A closed pipe is told to the writer; without a listener it would also end the process. What
  // mocha or commander print has no writer to tell.
  let lost: Error | undefined;
  stdout.on('error', (error: Error) => {
    lost = error;
  });
  const clear = (): void => {
    if (pending) stderr.write('\r\u001b[2K');
    pending = false;
  };
  return {
    interactive,
    colour: wantsColour(env, Boolean(stdout.isTTY)),
    width: columnsOf(stdout, 100),
    say(text) {
      clear();
      stderr.write(`${printableLines(text)}\n`);
    },
    lost: () => lost,
    status(text) {
      if (!interactive) return;
      clear();
      stderr.write(printable(text).slice(0, columnsOf(stderr, 80) - 1));
      pending = true;
    },
    write: (text) =>
      new Promise((resolve, reject) => {
        clear();
        stdout.write(text, (error) => (error ? reject(notTaken(error)) : resolve()));
      }),
  };
}

/** A terminal that does not know its width says 0. */
function columnsOf({ columns }: NodeJS.WriteStream, otherwise: number): number {
  return columns > 0 ? columns : otherwise;
}

function printableLines(text: string): string {
  return text
    .split('\n')
    .map((line) => printable(line, longestLine))
    .join('\n');
}

function notTaken(error: Error): UserError {
  return new UserError(`stdout could not be written: ${error.message}`, {
    exitCode: exitCode.report,
    cause: error,
  });
}

function wantsColour(env: NodeJS.ProcessEnv, isTty: boolean): boolean {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0') return true;
  return isTty && env['TERM'] !== 'dumb' && env['CI'] === undefined;
}
