import picocolors from 'picocolors';
import type { TextStyle } from '../report/text-style.ts';
import type { Terminal } from './terminal.ts';

/** How the text report looks on this terminal. */
export function textStyle(terminal: Terminal, verbosity: TextStyle['verbosity']): TextStyle {
  return {
    colours: picocolors.createColors(terminal.colour),
    width: Math.min(120, Math.max(60, terminal.width)),
    verbosity,
  };
}
