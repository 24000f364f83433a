/** A request as it arrives at the sandbox, in process or over HTTP. */
export interface WireRequest {
  readonly method: string;
  readonly host: string;
  /** Decoded path without the query. */
  readonly path: string;
  readonly query: { readonly [name: string]: string };
  /** Lower-case names. */
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

export interface WireReply {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
  /** The connection is cut after so many bytes of the body; undefined: it ends well. */
  readonly cutAfter?: number;
}
