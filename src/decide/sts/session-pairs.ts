import type { ContextValue } from '../context.ts';
import type { NeededPair } from '../needed-pairs.ts';

const entries: ReadonlySet<string> = new Set([
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
]);

/**
 * What else assuming a role needs, of the caller's policies and of the trust policy, by the context
 * keys of the call (IAM User Guide, "Pass session tags", "Monitor and control actions taken with
 * assumed roles"). A source identity stays with a session, so the next role of a chain needs it too.
 */
export function sessionPairs(
  action: string,
  role: string,
  context: { readonly [key: string]: ContextValue },
): readonly NeededPair[] {
  if (!entries.has(action.toLowerCase())) return [];
  const keys = Object.keys(context).map((key) => key.toLowerCase());
  const tags = keys.some((key) => key.startsWith('aws:requesttag/') || tagLists.has(key));
  const source = keys.some((key) => sources.has(key));
  return [
    ...(tags ? [pair('sts:TagSession', role, 'the session gets tags')] : []),
    ...(source ? [pair('sts:SetSourceIdentity', role, 'the session has a source identity')] : []),
  ];
}

const tagLists: ReadonlySet<string> = new Set(['aws:tagkeys', 'sts:transitivetagkeys']);
const sources: ReadonlySet<string> = new Set(['sts:sourceidentity', 'aws:sourceidentity']);

function pair(action: string, resource: string, because: string): NeededPair {
  return { action, resource, because, context: {}, forwarded: false };
}
