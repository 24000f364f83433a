import type { ExitCode } from '../model/exit-code.ts';
import type { Terminal } from './terminal.ts';

/** Everything a command takes from the process. */
export interface Shell {
  readonly terminal: Terminal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Aborted by Ctrl-C; as long as nobody asked for it, Ctrl-C ends the process. */
  readonly signal: AbortSignal;
  /** From here on Ctrl-C ends the process: nothing is left that must be saved. */
  letInterrupt(): void;
  /** How the process is to end once everything is written. */
  end(code: ExitCode): void;
}
