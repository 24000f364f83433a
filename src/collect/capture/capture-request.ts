import type { CredentialProvider } from '../call/client-pool.ts';
import type { Clock } from '../call/clock.ts';
import type { Collector } from '../collector.ts';
import type { Progress } from './progress.ts';
import type { Transport } from '../call/transport.ts';

/** What to capture, and where to. */
export interface CaptureRequest {
  /** Directory of the snapshot to be. */
  readonly out: string;
  /** Continue the interrupted capture in `out`. */
  readonly resume: boolean;
  /** Null: all regions that the account has enabled. */
  readonly regions: readonly string[] | null;
  readonly collectors: readonly Collector[];
  /** Jobs made before are left out, and every universe of jobs says so. */
  readonly jobsSince: Date;
  /** Up to so many jobs of a kind are described one by one; beyond, Search must do. */
  readonly describeUpTo: number;
}

/** Everything a capture takes from outside, so that tests and benchmarks can bring their own. */
export interface CaptureEnvironment {
  readonly tool: { readonly name: string; readonly version: string };
  readonly runId: string;
  readonly clock: Clock;
  readonly credentials: CredentialProvider;
  readonly transport: Transport;
  /** Region of the first call (identity). */
  readonly startRegion: string;
  /** Where the calls go instead of AWS; recorded in the manifest. */
  readonly endpointOverride: string | null;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** Attempts per call, the first included. */
  readonly maxAttempts: number;
  /** Milliseconds before retry number n. */
  readonly backoff: (attempt: number) => number;
  /** Off only to measure what the SDK alone would do. */
  readonly paced: boolean;
}
