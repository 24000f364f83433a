import type { Shell } from '../../src/cli/shell.ts';

/** What a command told a person and a program. */
export interface Told {
  readonly stdout: string;
  /** What was said on stderr. */
  readonly said: string;
  /** Lines of progress. */
  readonly status: string;
  readonly code: number | undefined;
}

/** A shell with a terminal that a person sits at; it keeps what it is given. */
export function recordingShell(): { readonly shell: Shell; readonly told: Told } {
  const told = { stdout: '', said: '', status: '', code: undefined as number | undefined };
  const shell: Shell = {
    terminal: {
      ...{ interactive: true, colour: false, width: 100 },
      say: (text) => {
        told.said += `${text}\n`;
      },
      status: (text) => {
        told.status += `${text}\n`;
      },
      write: (text) => {
        told.stdout += text;
        return Promise.resolve();
      },
      lost: () => undefined,
    },
    environment: {},
    directory: '/',
    now: () => 0,
    signal: new AbortController().signal,
    letInterrupt: () => undefined,
    end: (code) => {
      told.code = code;
    },
  };
  return { shell, told };
}
