import type { ExitCode } from '../model/exit-code.ts';
import type { Terminal } from './terminal.ts';

/** Everything a command takes from the process. */
export interface Shell {
  readonly terminal: Terminal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** How the process is to end once everything is written. */
  end(code: ExitCode): void;
}
