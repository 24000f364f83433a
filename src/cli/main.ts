#!/usr/bin/env node
import { CommanderError, type Command } from 'commander';
import { exitCode, worstExitCode, type ExitCode } from '../model/exit-code.ts';
import { UserError } from '../model/user-error.ts';
import { catchInterruption } from './interruption.ts';
import { createProgram } from './program.ts';
import type { Shell } from './shell.ts';
import { processTerminal } from './terminal.ts';

// The one file that is started and not imported.
let code: ExitCode = exitCode.holds;
let ended = false;
const shell = processShell();
process.on('exit', holdExitCode);
try {
  const program = await createProgram(shell, process.argv.slice(2));
  await throwing(program).parseAsync(process.argv);
} catch (error) {
  code = report(error, shell);
}
ended = true;
process.exitCode = code;

function processShell(): Shell {
  const interruption = catchInterruption();
  return {
    terminal: processTerminal(),
    environment: process.env,
    directory: process.cwd(),
    now: () => Date.now(),
    get signal() {
      return interruption.signal();
    },
    letInterrupt: () => interruption.forget(),
    end(found) {
      code = found;
    },
  };
}

/**
 * A rule or spec that calls `process.exit(0)`, waits for what never comes, or throws when all is
 * said must not end a run as if everything held.
 */
function holdExitCode(given: number): void {
  if (ended && given === code) return sayLost();
  process.exitCode = exitCode.usage;
  shell.terminal.say(
    ended
      ? 'leastwise: what a rule or spec left running ended the process in another way than the run did'
      : 'leastwise: stopped before the end: a rule or spec called process.exit, threw from a timer or waits for what never comes',
  );
}

/** What commander or mocha print is lost without a word. */
function sayLost(): void {
  const lost = shell.terminal.lost();
  const worst = worstExitCode([code, exitCode.report]);
  if (lost === undefined || worst === code) return;
  process.exitCode = worst;
  shell.terminal.say(`leastwise: stdout could not be written: ${lost.message}`);
}

/** Commander exits the process by itself unless told to throw; subcommands have to be told too. */
function throwing(command: Command): Command {
  command.exitOverride();
  command.commands.forEach(throwing);
  return command;
}

/** Says what went wrong, and how the process is to end. */
function report(error: unknown, { terminal }: Shell): ExitCode {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCode.holds : exitCode.usage;
  }
  if (!(error instanceof Error)) throw error;
  if (error instanceof UserError) {
    terminal.say(`leastwise: ${error.message}`);
    return error.exitCode;
  }
  switch (error.name) {
    case 'Interrupted':
      terminal.say('leastwise: interrupted');
      return exitCode.interrupted;
    case 'CredentialsRejected':
      terminal.say(`leastwise: the credentials do not work (any more): ${error.message}`);
      return exitCode.usage;
    default:
      terminal.say(
        `leastwise: this is a fault of leastwise, please report it:\n${error.stack ?? ''}`,
      );
      return exitCode.unknown;
  }
}
