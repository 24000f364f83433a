import { Console } from 'node:console';

/** Rules and specs are other people's code: what they print goes to stderr, for stdout is data. */
export function keepStdout(): void {
  globalThis.console = new Console(process.stderr, process.stderr);
}
