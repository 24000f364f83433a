import type { Status } from '../model/record.ts';

type Colour = (text: string) => string;

/** The colour functions that the text report uses; those of picocolors fit. */
export interface Colours {
  readonly red: Colour;
  readonly yellow: Colour;
  readonly green: Colour;
  readonly dim: Colour;
  readonly bold: Colour;
}

export interface TextStyle {
  readonly colours: Colours;
  /** Columns that prose is wrapped to; names and ARNs are never broken. */
  readonly width: number;
  /** `quiet`: a line per rule; `normal`: with resources, up to ten; `verbose`: up to a thousand. */
  readonly verbosity: 'quiet' | 'normal' | 'verbose';
}

const same: Colour = (text) => text;

export const plain: TextStyle = {
  colours: { red: same, yellow: same, green: same, dim: same, bold: same },
  width: 100,
  verbosity: 'normal',
};

/** Records of one rule and one status that are listed; the others are counted. */
export function listLimit(style: TextStyle): number {
  switch (style.verbosity) {
    case 'quiet':
      return 0;
    case 'normal':
      return 10;
    case 'verbose':
      return 1000;
  }
}

export function statusColour(status: Status, colours: Colours): Colour {
  switch (status) {
    case 'fail':
      return colours.red;
    case 'unknown':
    case 'manual':
      return colours.yellow;
    case 'pass':
      return colours.green;
    case 'waived':
    case 'not-applicable':
      return colours.dim;
  }
}
