import type { Kind, Resource } from '../model/resource.ts';
import type { Unread } from '../model/observed.ts';
import type { Input, OperationId, Output } from './call/sdk.ts';

/**
 * Reads one or a few resource kinds. A collector declares every operation it calls with the IAM
 * action that authorises it; anything else is refused before a byte is sent.
 */
export interface Collector {
  /** Names the unit of work, e.g. `s3.bucket`. */
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly scope: 'global' | 'regional';
  /** Operation to IAM action, e.g. `'s3:GetBucketEncryption': 's3:GetEncryptionConfiguration'`. */
  readonly operations: Readonly<Partial<Record<OperationId, string>>>;
  /**
   * Writes every resource and, for each of its kinds, one universe (see `universe` in
   * `universe.ts`, which writes it whatever happens). May throw `CallError`.
   */
  collect(aws: Aws, sink: Sink): Promise<void>;
}

/** Where a unit's results go. */
export interface Sink {
  resource(resource: Resource): void;
  universe(end: UniverseEnd): void;
}

export interface UniverseEnd {
  readonly kind: Kind;
  readonly region: string;
  readonly end: 'complete' | 'truncated' | 'denied' | 'error' | 'skipped';
  readonly since?: string;
  readonly problem?: Unread;
}

/** AWS as one unit of work sees it: one account, one home region. */
export interface Aws {
  readonly account: string;
  readonly partition: string;
  /** The unit's region; for global collectors the partition's home region. */
  readonly region: string;
  readonly jobsSince: Date;
  /** Up to so many jobs of a kind are described one by one; beyond, Search must do. */
  readonly describeUpTo: number;
  /** Not AWS's own endpoint answers: a member that it leaves out may be one it does not know. */
  readonly standIn?: boolean;
  /** Waits so many milliseconds by the capture's clock. Throws `Interrupted`. */
  sleep(milliseconds: number): Promise<void>;
  /** The same account seen from another region (S3 buckets live in theirs). */
  in(region: string): Aws;
  /** One call. Throws `CallError` for anything but a good answer. */
  call<O extends OperationId>(
    operation: O,
    input: Input<O>,
    /** Codes by which the operation says "there is none": counted as that, not as failures. */
    absent?: readonly string[],
  ): Promise<Output<O>>;
  /**
   * Every page of a list. Ends only where AWS says so; throws `ListTruncated` on a repeated token
   * or beyond the page budget, `CallError` when a page fails.
   */
  pages<O extends OperationId>(
    operation: O,
    input: Input<O>,
    paging: Paging,
  ): AsyncGenerator<Output<O>>;
  /** Runs `work` over `items`, so many at a time as the service bears. Rejects on the first error. */
  each<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void>;
}

/** The members that carry a list on. */
export interface Paging {
  readonly request: string;
  readonly reply: string;
  /** Boolean member that says whether there is more; where missing, the token alone says it. */
  readonly more?: string;
}

export const paging = {
  nextToken: { request: 'NextToken', reply: 'NextToken' },
  iam: { request: 'Marker', reply: 'Marker', more: 'IsTruncated' },
  kms: { request: 'Marker', reply: 'NextMarker', more: 'Truncated' },
  ecr: { request: 'nextToken', reply: 'nextToken' },
  continuation: { request: 'ContinuationToken', reply: 'ContinuationToken' },
} as const satisfies Record<string, Paging>;

/** How a call that gave no value is to be understood. */
export interface ObserveOptions {
  /** Error codes by which this operation says "there is none". */
  readonly absent?: readonly string[];
  /** The id came from a list, so "not found" means it is gone. Default true. */
  readonly listed?: boolean;
}
