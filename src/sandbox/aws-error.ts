import type { JsonObject } from '../model/json.ts';

/** An error as AWS answers it; the protocol of the service gives it its shape. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  /** Members of the error beside code and message, e.g. `BucketName`. */
  readonly members: JsonObject;
  readonly headers: { readonly [name: string]: string };

  constructor(
    code: string,
    message: string,
    more: {
      /** HTTP status; default 400. */
      readonly status?: number;
      readonly members?: JsonObject;
      readonly headers?: { readonly [name: string]: string };
    } = {},
  ) {
    super(message);
    this.name = 'AwsError';
    this.code = code;
    this.status = more.status ?? 400;
    this.members = more.members ?? {};
    this.headers = more.headers ?? {};
  }
}
