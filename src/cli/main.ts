#!/usr/bin/env node
import { setMaxListeners } from 'node:events';
import { CommanderError, type Command } from 'commander';
import { exitCode, type ExitCode } from '../model/exit-code.ts';
import { UserError } from '../model/user-error.ts';
import { createProgram } from './program.ts';
import type { Shell } from './shell.ts';
import { processTerminal } from './terminal.ts';

// The one file that is started and not imported.
const shell = processShell();
try {
  const program = await createProgram(shell, process.argv.slice(2));
  await throwing(program).parseAsync(process.argv);
} catch (error) {
  process.exitCode = report(error, shell);
}

function processShell(): Shell {
  const interrupt = new AbortController();
  // Every waiting request listens.
  setMaxListeners(0, interrupt.signal);
  process.once('SIGINT', () => interrupt.abort());
  process.once('SIGTERM', () => interrupt.abort());
  return {
    terminal: processTerminal(),
    environment: process.env,
    directory: process.cwd(),
    now: () => Date.now(),
    signal: interrupt.signal,
    end(code) {
      process.exitCode = code;
    },
  };
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
