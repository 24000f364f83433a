import { Readable } from 'node:stream';
import type { Sandbox } from './respond.ts';
import type { WireReply, WireRequest } from './wire.ts';

/** The request that the AWS SDK hands to its `requestHandler`, as far as we read it. */
export interface SdkRequest {
  readonly method: string;
  readonly hostname: string;
  readonly port?: number | undefined;
  readonly path: string;
  readonly query?: { readonly [name: string]: string | readonly string[] | null } | undefined;
  readonly headers: { readonly [name: string]: string };
  readonly body?: unknown;
}

export interface SdkReply {
  readonly response: {
    readonly statusCode: number;
    readonly headers: { [name: string]: string };
    readonly body: Readable;
  };
}

/** Structurally the SDK's `HttpHandler`, so that this room needs no SDK. */
export interface SandboxHandler {
  readonly metadata: { readonly handlerProtocol: 'http/1.1' };
  handle(request: SdkRequest): Promise<SdkReply>;
  updateHttpClientConfig(): void;
  httpHandlerConfigs(): { [option: string]: never };
  destroy(): void;
}

/** The sandbox as `requestHandler` of any SDK client: everything but the socket is real. */
export function sandboxHandler(sandbox: Sandbox): SandboxHandler {
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: (request) => Promise.resolve(toSdkReply(sandbox.handle(toWireRequest(request)))),
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
    destroy: () => undefined,
  };
}

function toWireRequest(request: SdkRequest): WireRequest {
  const port = request.port === undefined ? '' : `:${request.port}`;
  const headers = Object.entries(request.headers);
  return {
    method: request.method,
    host: `${request.hostname}${port}`,
    path: decodeURIComponent(request.path),
    query: Object.fromEntries(
      Object.entries(request.query ?? {}).map(([name, value]) => [name, firstOf(value)]),
    ),
    headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    body: textOf(request.body),
  };
}

function firstOf(value: string | readonly string[] | null): string {
  if (typeof value === 'string') return value;
  return value?.[0] ?? '';
}

function textOf(body: unknown): string {
  if (typeof body === 'string') return body;
  if (!(body instanceof Uint8Array)) return '';
  // Over the same bytes: the SDK warns when its arrays are read as if they were text.
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
}

function toSdkReply(reply: WireReply): SdkReply {
  const bytes = Buffer.from(reply.body);
  const headers = { ...reply.headers, 'content-length': String(bytes.length) };
  const body = Readable.from(chunksOf(bytes, reply.cutAfter), { objectMode: false });
  return { response: { statusCode: reply.status, headers, body } };
}

function* chunksOf(bytes: Buffer, cutAfter: number | undefined): Generator<Buffer> {
  yield bytes.subarray(0, cutAfter);
  if (cutAfter === undefined) return;
  throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' });
}
