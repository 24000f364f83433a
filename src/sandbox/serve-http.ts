import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { UserError } from '../model/user-error.ts';
import type { Sandbox } from './respond.ts';
import type { WireReply, WireRequest } from './wire.ts';

export interface ServedSandbox {
  /** E.g. `http://127.0.0.1:41234`, for `AWS_ENDPOINT_URL`. */
  readonly url: string;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/** Serves on the loopback interface only; port 0, the default, takes any free port. */
export async function serveSandbox(
  sandbox: Sandbox,
  options: { readonly port?: number; readonly host?: '127.0.0.1' } = {},
): Promise<ServedSandbox> {
  const host = options.host ?? '127.0.0.1';
  const server = createServer((request, response) => {
    void answer(sandbox, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(cannotListen(error, options.port ?? 0)));
    server.listen(options.port ?? 0, host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://${host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function cannotListen(error: Error, port: number): UserError {
  const message = `The sandbox cannot listen on port ${port}: ${error.message}. Choose another port.`;
  return new UserError(message, { cause: error });
}

async function answer(
  sandbox: Sandbox,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  send(sandbox.handle(toWireRequest(request, Buffer.concat(chunks).toString('utf8'))), response);
}

function toWireRequest(request: IncomingMessage, body: string): WireRequest {
  const [path = '/', search = ''] = (request.url ?? '/').split('?', 2);
  const headers = Object.entries(request.headers).map(
    ([name, value]) => [name, [value ?? ''].flat().join(', ')] as const,
  );
  return {
    method: request.method ?? 'GET',
    host: request.headers.host ?? '',
    path: decodeURIComponent(path),
    query: Object.fromEntries(new URLSearchParams(search)),
    headers: Object.fromEntries(headers),
    body,
  };
}

function send(reply: WireReply, response: ServerResponse): void {
  const bytes = Buffer.from(reply.body);
  response.writeHead(reply.status, { ...reply.headers, 'content-length': bytes.length });
  if (reply.cutAfter === undefined) {
    response.end(bytes);
    return;
  }
  response.write(bytes.subarray(0, reply.cutAfter), () => response.socket?.destroy());
}
