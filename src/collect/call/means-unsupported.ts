/** The codes by which a service says that a setting cannot exist for a resource. */
const unsupported = new Set(['UnsupportedOperationException', 'KMSInvalidStateException']);

/** True iff the code says that the setting does not exist for this resource. */
export function meansUnsupported(code: string): boolean {
  return unsupported.has(code);
}
