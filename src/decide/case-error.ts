/** A case that cannot be read; `code` is stable, the message names the place and the mend. */
export class CaseError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'CaseError';
    this.code = code;
  }
}
