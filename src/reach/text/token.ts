/** A step of a pattern: the code of a character, or one of the wildcards below. */
export type Token = number;

/** Negative, so that none is a character. */
export const any = {
  /** One character. */
  one: -1,
  /** Any run of characters. */
  run: -2,
  /** One character but `:`. */
  oneInCell: -3,
  /** A run of characters without `:`: within one part of an ARN. */
  runInCell: -4,
  /** A run of characters without `:` and `/`: within a name. */
  runInName: -5,
} as const;

/** Between the sequences of a machine. */
export const end = -9;

export const colon = 58;
export const slash = 47;

/** Whether a wildcard takes the character. */
export function takes(token: Token, char: number): boolean {
  switch (token) {
    case any.one:
    case any.run:
      return true;
    case any.oneInCell:
    case any.runInCell:
      return char !== colon;
    case any.runInName:
      return char !== colon && char !== slash;
    default:
      return false;
  }
}

export function isRun(token: Token): boolean {
  return token === any.run || token === any.runInCell || token === any.runInName;
}

/** The tokens of a text without wildcards. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; at += 1) tokens.push(text.charCodeAt(at));
  return tokens;
}

/** Whether a wildcard takes whatever the other token, not `end`, takes in one character. */
export function readsToken(wildcard: Token, token: Token): boolean {
  if (token >= 0) return takes(wildcard, token);
  switch (wildcard) {
    case any.one:
    case any.run:
      return true;
    case any.oneInCell:
    case any.runInCell:
      return token !== any.one && token !== any.run;
    case any.runInName:
      return token === any.runInName;
    default:
      return false;
  }
}
