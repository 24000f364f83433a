import type { DenialLayer } from '../model/observed.ts';

/** Every way in which a call can go wrong. */
export const faultClasses = [
  'throttle',
  'server-error',
  'connection-cut',
  // The body ends cleanly but early.
  'truncated-body',
  'access-denied',
  // The resource was listed, but is not found.
  'gone',
  'expired-token',
  // A page that gives back the token it was asked with.
  'repeated-token',
] as const;

export type FaultClass = (typeof faultClasses)[number];

/** Which calls go wrong, and how. Every member left out matches anything. */
export interface Fault {
  readonly class: FaultClass;
  /** E.g. `sagemaker:DescribeModel`. */
  readonly operation?: string;
  /** Name, id or ARN of the resource the call is about. */
  readonly resource?: string;
  readonly region?: string;
  /** Only these calls of the operation go wrong, counted from 1 over matching calls. */
  readonly nth?: readonly number[];
  /** For `access-denied`: the layer the message names. */
  readonly layer?: DenialLayer;
}
