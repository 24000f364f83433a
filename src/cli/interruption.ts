import { setMaxListeners } from 'node:events';

const signals = ['SIGINT', 'SIGTERM'] as const;

export interface Interruption {
  /** Aborted by the first Ctrl-C after it was asked for; a second one ends the process. */
  signal(): AbortSignal;
  /** Ctrl-C ends the process again, even in a rule that never returns. */
  forget(): void;
}

/** Ctrl-C as a signal, for commands that have something to save; the others just end. */
export function catchInterruption(): Interruption {
  const interrupt = new AbortController();
  const abort = (): void => {
    forget();
    interrupt.abort();
  };
  const forget = (): void => signals.forEach((name) => process.off(name, abort));
  let listens = false;
  // Every waiting request listens.
  setMaxListeners(0, interrupt.signal);
  return {
    signal() {
      if (!listens) signals.forEach((name) => process.on(name, abort));
      listens = true;
      return interrupt.signal;
    },
    forget,
  };
}
