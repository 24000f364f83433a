/**
 * What we know of one field of one resource. "Not there" and "could not be read" never share a
 * value: a rule may conclude from `present`, `absent` and `unsupported` only.
 */
export type Observed<T> = Settled<T> | Unread;

/** The account gave an answer. */
export type Settled<T> =
  | { readonly state: 'present'; readonly value: T }
  /** AWS says there is none (an "absent" code of the call, or a member missing from the reply). */
  | { readonly state: 'absent' }
  /** The setting does not exist for this resource, e.g. rotation of an asymmetric key. */
  | { readonly state: 'unsupported'; readonly call: string; readonly code: string };

/** No answer: a rule that needs this field is unknown. */
export type Unread =
  | {
      readonly state: 'denied';
      readonly call: string;
      readonly code: string;
      /** Which layer denied, as far as the message tells. */
      readonly why?: DenialLayer;
    }
  /** Listed, then deleted before it could be read. */
  | { readonly state: 'gone'; readonly call: string; readonly code: string }
  | {
      readonly state: 'error';
      readonly call: string;
      readonly code: string;
      readonly message?: string;
    }
  | { readonly state: 'not-collected'; readonly why: string };

/** The layers that AWS names in a denial. */
export const denialLayers = [
  'identity-policy',
  'permissions-boundary',
  'session-policy',
  'service-control-policy',
  'resource-control-policy',
  'resource-policy',
  'vpc-endpoint-policy',
] as const;

export type DenialLayer = (typeof denialLayers)[number];

export const absent = { state: 'absent' } as const;

export function present<T>(value: T): { readonly state: 'present'; readonly value: T } {
  return { state: 'present', value };
}

/** A member of a reply that was read: present, or absent when AWS left it out. */
export function given<T>(value: T | null | undefined): Observed<T> {
  return value === undefined || value === null ? absent : present(value);
}

export function notCollected(why: string): Unread {
  return { state: 'not-collected', why };
}

export function isUnread<T>(observed: Observed<T>): observed is Unread {
  switch (observed.state) {
    case 'present':
    case 'absent':
    case 'unsupported':
      return false;
    case 'denied':
    case 'gone':
    case 'error':
    case 'not-collected':
      return true;
  }
}

/** The value read from `observed`, carried through `change`; every other state stays as it is. */
export function mapObserved<T, U>(observed: Observed<T>, change: (value: T) => U): Observed<U> {
  return observed.state === 'present' ? present(change(observed.value)) : observed;
}
