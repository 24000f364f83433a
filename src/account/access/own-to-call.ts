/**
 * Keys of the way a call comes, and of the resource that it is for. Where a service makes a further
 * call for the same caller, that one has its own: it comes from the service, over TLS, and what it
 * carries of the caller's network is not documented (KMS Developer Guide, AWS global condition keys).
 */
export function isOwnToCall(key: string): boolean {
  return ofOneCall.test(key);
}

const ofOneCall =
  /^aws:(calledvia|viaawsservice$|securetransport$|resource|requestedregion$|sourceip$|sourcevpc|vpc)/i;

/** What a further call carries of what the first one does. */
export function carriedOn<T>(context: { readonly [key: string]: T }): {
  readonly [key: string]: T;
} {
  return Object.fromEntries(Object.entries(context).filter(([key]) => !isOwnToCall(key)));
}
