import { exitCode, type ExitCode } from './exit-code.ts';

/** An error that the user can mend: printed as one message without a stack. */
export class UserError extends Error {
  readonly exitCode: ExitCode;

  /** `message` names the file, the place and the mend. */
  constructor(message: string, options?: { exitCode?: ExitCode; cause?: unknown }) {
    super(message, { cause: options?.cause });
    this.name = 'UserError';
    this.exitCode = options?.exitCode ?? exitCode.usage;
  }
}
