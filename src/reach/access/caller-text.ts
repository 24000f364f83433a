import { matchPrincipal } from '../../decide/match-statement.ts';
import type { CompiledLayer } from '../../decide/compile-policy-set.ts';
import type { CompiledStatement } from '../../decide/compile-statement.ts';
import type { PreparedRequest } from '../../decide/prepared-request.ts';
import type { AccessQuestion } from './access-question.ts';
import { domainText } from './domain-text.ts';
import type { LayerContents } from './layer-content.ts';

/**
 * All that the answer for a role or user of the resource's own account follows from, where questions
 * have the same areas, action and resource: what the statements that may concern it say, how they name
 * the caller, and what is known of the keys that they ask for. Cheaper than to find the routes.
 * Undefined: more than that may count.
 */
export function callerText(question: AccessQuestion, contents: LayerContents): string | undefined {
  const { set, caller, domainOf } = question;
  const { principal } = caller;
  if (!tellsAll(question)) return undefined;
  const { identity, boundary, session, endpoint, resource, scp = [], rcp = [] } = set;
  const keys = new Set<string>();
  let text = principal.kind === 'role' && principal.serviceLinked ? 'linked' : principal.kind;
  for (const one of [identity, boundary, session, endpoint, resource]) {
    // A layer that is not there leaves everything to the others; one that says nothing stops it.
    text += one === undefined ? '\n-' : layerText(one, { question, contents, keys });
  }
  for (const one of scp) text += layerText(one, { question, contents, keys });
  for (const one of rcp) text += layerText(one, { question, contents, keys });
  for (const key of keys) text += `\n${domainText(domainOf(key))}`;
  return text;
}

/** Through an access point, statements about the bucket count; grants name whom they please. */
function tellsAll({ set, caller, resourceAccount }: AccessQuestion): boolean {
  const { principal } = caller;
  if (principal.kind !== 'role' && principal.kind !== 'user') return false;
  const { kms } = set.settings;
  const isGranted = (kms?.grants ?? []).length > 0 || kms?.grantsUnknown === true;
  return principal.account === resourceAccount && set.bucketBehind === undefined && !isGranted;
}

interface Texts {
  readonly question: AccessQuestion;
  readonly contents: LayerContents;
  /** Takes what the statements ask for. */
  readonly keys: Set<string>;
}

function layerText(layer: CompiledLayer, { question, contents, keys }: Texts): string {
  const { statements, isRead } = contents.of(layer, question.action.toLowerCase());
  let text = isRead ? '\n' : '\n?';
  for (const { statement, id, keys: asked } of statements) {
    if (!question.areas.concerns(statement)) continue;
    text += ` ${String(id)}`;
    for (const key of asked) keys.add(key);
    if (statement.principal !== undefined) text += namedText(statement, question);
  }
  return text;
}

/** Nothing but the caller is looked at. */
function namedText(statement: CompiledStatement, { set, caller }: AccessQuestion): string {
  const bounded = set.boundary !== undefined;
  const request = { principal: caller.principal, bounded } as PreparedRequest;
  const { sure, possible } = matchPrincipal(statement, request);
  return `:${String(sure)}:${String(possible)}`;
}
