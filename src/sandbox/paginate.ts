import { serviceError } from './service-error.ts';
import type { Service } from './call.ts';

export interface PageRequest {
  /** The token that the caller gives back; undefined: the first page. */
  readonly token: string | undefined;
  /** How many items the caller wants at most. */
  readonly size: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** There is more iff this is given. */
  readonly next?: string;
}

export type Paginate = <T>(items: readonly T[], request: PageRequest) => Page<T>;

export interface PagingOptions {
  readonly service: Service;
  /** The service gives fewer items than asked for, as AWS may. */
  readonly pageSize: number | undefined;
  /** Before every page comes one without items, as AWS may send. */
  readonly emptyPages: boolean;
  /** Every page gives back the token that it was asked with. */
  readonly repeatToken: boolean;
}

interface Position {
  readonly offset: number;
  /** The empty page before this position has been sent. */
  readonly emptySent: boolean;
}

export function paginator(options: PagingOptions): Paginate {
  return (items, request) => {
    const position = readToken(request.token, options.service);
    if (options.repeatToken) {
      const size = pageSize(request.size, options);
      const shown = items.slice(position.offset, position.offset + size);
      return { items: shown, next: request.token ?? writeToken(position) };
    }
    if (options.emptyPages && !position.emptySent) {
      return { items: [], next: writeToken({ ...position, emptySent: true }) };
    }
    const end = position.offset + pageSize(request.size, options);
    const shown = items.slice(position.offset, end);
    if (end >= items.length) return { items: shown };
    return { items: shown, next: writeToken({ offset: end, emptySent: false }) };
  };
}

function pageSize(asked: number, options: PagingOptions): number {
  return Math.max(1, Math.min(asked, options.pageSize ?? asked));
}

function writeToken(position: Position): string {
  const text = `${position.offset}:${position.emptySent ? 1 : 0}`;
  return Buffer.from(`sandbox:${text}`).toString('base64url');
}

function readToken(token: string | undefined, service: Service): Position {
  if (token === undefined) return { offset: 0, emptySent: false };
  const match = /^sandbox:(\d+):([01])$/.exec(Buffer.from(token, 'base64url').toString());
  if (match === null) throw serviceError(service, 'badToken');
  return { offset: Number(match[1]), emptySent: match[2] === '1' };
}
