import { Readable } from 'node:stream';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { refuseForeignHost, refuseWriting, type AllowList, type OutgoingRequest } from './guard.ts';

/** The part of an SDK request handler that we use and wrap. */
export interface Transport {
  handle(request: never, options?: never): Promise<{ readonly response: WireResponse }>;
  destroy?(): void;
}

export interface WireResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  /** A stream, if anything. */
  readonly body?: unknown;
}

/** One handler for all clients: sockets are shared, and bounded per host. */
export function sharedTransport(): Transport {
  return new NodeHttpHandler({
    connectionTimeout: 5_000,
    requestTimeout: 30_000,
    socketAcquisitionWarningTimeout: 60_000,
    httpAgent: { keepAlive: true, maxSockets: 50 },
    httpsAgent: { keepAlive: true, maxSockets: 50 },
  }) as Transport;
}

/**
 * The second wall around `inner`. `anyHost` is for endpoints that the user named openly. A good
 * answer without a body is refused as well: the SDK would read an empty JSON reply as an empty,
 * complete list.
 */
export function guardedTransport(
  inner: Transport,
  wall: { readonly allowed: AllowList; readonly anyHost: boolean },
): Transport {
  return {
    async handle(request: never, options?: never) {
      if (!wall.anyHost) refuseForeignHost(request as OutgoingRequest);
      refuseWriting(wall.allowed, request as OutgoingRequest);
      const answer = await inner.handle(request, options);
      const { statusCode, headers } = answer.response;
      if (isWebPage(answer.response)) throw new WebPageReply(answer.response);
      if (statusCode === 200 && headers['content-length'] === '0') throw new EmptyReply();
      return answer;
    },
  };
}

/**
 * A page for people with status 500: what a stand-in gives for an operation it does not have. AWS
 * answers 500 in the service's own format, gateways answer 502 to 504; those are worth waiting for.
 */
function isWebPage({ statusCode, headers }: WireResponse): boolean {
  return statusCode === 500 && /^text\/html\b/i.test(headers['content-type'] ?? '');
}

/** The SDK does not know this error, so it does not retry it with its long waits. */
class WebPageReply extends Error {
  constructor({ body }: WireResponse) {
    super('HTTP 500 with a web page: the endpoint is not AWS, or does not know the operation');
    this.name = 'WebPageReply';
    // Unread, it would keep its socket.
    if (body instanceof Readable) body.resume();
  }
}

class EmptyReply extends Error {
  constructor() {
    super('the reply has no body');
    this.name = 'EmptyReply';
  }
}
