import type { Unread } from '../../model/observed.ts';

/** A call that gave no good answer, classified. */
export class CallError extends Error {
  /** E.g. `sagemaker:DescribeModel`. */
  readonly operation: string;
  /** AWS's error code, e.g. `AccessDeniedException`. */
  readonly code: string;
  /** How a field is to be recorded that this call should have filled. */
  readonly unread: Unread;

  constructor(operation: string, unread: Unread & { readonly code: string }, message: string) {
    super(`${operation}: ${unread.code}: ${message}`);
    this.name = 'CallError';
    this.operation = operation;
    this.code = unread.code;
    this.unread = unread;
  }
}

/** A list that cannot be trusted to be whole although every page was answered. */
export class ListTruncated extends Error {
  readonly operation: string;
  readonly unread: Unread;

  constructor(operation: string, reason: string) {
    super(`${operation}: ${reason}`);
    this.name = 'ListTruncated';
    this.operation = operation;
    this.unread = { state: 'error', call: operation, code: 'ListTruncated', message: reason };
  }
}

/**
 * The credentials do not work (any more): the whole capture stops, instead of recording thousands
 * of denials. What is finished stays in the journal.
 */
export class CredentialsRejected extends Error {
  readonly code: string;

  constructor(operation: string, code: string, message: string) {
    super(`${operation}: ${code}: ${message}`);
    this.name = 'CredentialsRejected';
    this.code = code;
  }
}

/** The user asked to stop. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted');
    this.name = 'Interrupted';
  }
}
