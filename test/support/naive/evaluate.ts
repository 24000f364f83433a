import type { CaseRequest } from '../../../src/decide/case.ts';
import {
  arnMatches,
  conditionsHold,
  fill,
  pattern,
  type Context,
  type Values,
} from './condition.ts';

// A second evaluator, written straight from "Policy evaluation logic" and with nothing of the
// engine in it: it asks every statement of every policy anew. It knows no doubt, so that generators
// must keep to what is documented.

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: string | Values;
  readonly NotAction?: string | Values;
  readonly Resource?: string | Values;
  readonly NotResource?: string | Values;
  readonly Principal?: '*' | Readonly<Record<string, string | Values>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | Values>>>>;
}

export interface Document {
  readonly Version?: string;
  readonly Statement: Statement | readonly Statement[];
}

export interface NaiveCase {
  readonly request: CaseRequest & { readonly principal: string; readonly context: Context };
  readonly policies: {
    readonly identity?: readonly Document[];
    readonly boundary?: readonly Document[];
    readonly session?: readonly Document[];
    readonly scp?: readonly (readonly Document[])[];
    readonly rcp?: readonly (readonly Document[])[];
    readonly resource?: Document;
  };
}

export type NaiveOutcome = 'allowed' | 'explicitly-denied' | 'implicitly-denied';

type Kind = 'everyone' | 'account' | 'named' | 'session';

export function naiveDecision({ request, policies }: NaiveCase): NaiveOutcome {
  const signed = request.principal !== 'anonymous';
  const asked = { ...request, context: contextOf(request) };
  const { identity = [], boundary, session, scp = [], rcp = [], resource } = policies;
  // The root user has no policies of its own; strangers have nothing at all.
  const ofCaller = request.principal.endsWith(':root')
    ? []
    : [...identity, ...(boundary ?? []), ...(session ?? [])];
  const own = signed ? [...ofCaller, ...scp.flat()] : [];
  const documents = [...own, ...rcp.flat(), ...(resource ? [resource] : [])];
  if (documents.some((one) => statementsOf(one, 'Deny', asked).length > 0)) {
    return 'explicitly-denied';
  }
  const allows = (list: readonly Document[]): boolean =>
    list.some((one) => statementsOf(one, 'Allow', asked).length > 0);
  const everyLevel = [...(signed ? scp : []), ...rcp].every(allows);
  return everyLevel && isGranted(asked, policies, allows) ? 'allowed' : 'implicitly-denied';
}

type Asked = NaiveCase['request'];

function isGranted(
  request: Asked,
  { identity = [], boundary, session, resource }: NaiveCase['policies'],
  allows: (list: readonly Document[]) => boolean,
): boolean {
  const { principal, action, resourceAccount } = request;
  const kinds = resource
    ? statementsOf(resource, 'Allow', request).flatMap((one) => kindsOf(one, principal))
    : [];
  if (principal === 'anonymous') return kinds.length > 0;
  const isRoot = principal.endsWith(':root');
  const I = isRoot || allows(identity);
  const B = isRoot || boundary === undefined || allows(boundary);
  const S = isRoot || session === undefined || allows(session);
  if (principal.split(':')[4] !== resourceAccount) return I && B && S && kinds.length > 0;
  const named = kinds.includes('named');
  return (
    kinds.includes('everyone') ||
    kinds.includes('session') ||
    (named && (principal.includes(':user/') || (B && S))) ||
    (kinds.includes('account') && I && B && S) ||
    (!action.toLowerCase().startsWith('kms:') && I && B && S)
  );
}

/** Statements of one effect that match the request, whoever they name: principals come after. */
function statementsOf(
  document: Document,
  effect: Statement['Effect'],
  request: Asked,
): readonly Statement[] {
  return [document.Statement]
    .flat()
    .filter(
      (one) =>
        one.Effect === effect &&
        (one.Principal === undefined || kindsOf(one, request.principal).length > 0) &&
        actionMatches(one, request.action) &&
        resourceMatches(one, request, document.Version === '2012-10-17') &&
        conditionsHold(one.Condition ?? {}, request.context, document.Version === '2012-10-17'),
    );
}

function actionMatches({ Action, NotAction }: Statement, action: string): boolean {
  const listed = [Action ?? NotAction ?? []]
    .flat()
    .some((one) => pattern(one.toLowerCase()).test(action.toLowerCase()));
  return Action === undefined ? !listed : listed;
}

function resourceMatches(
  { Resource, NotResource }: Statement,
  { resource, context }: Asked,
  variables: boolean,
): boolean {
  const filled = [Resource ?? NotResource ?? []]
    .flat()
    .map((one) => fill(one, { context, variables }));
  // Without a value for a variable, neither element matches any resource by that entry.
  if (Resource === undefined && filled.includes(undefined)) return false;
  const listed = filled.some(
    (one) => one !== undefined && (one === '*' || arnMatches(one, resource)),
  );
  return Resource === undefined ? !listed : listed;
}

function kindsOf({ Principal }: Statement, principal: string): readonly Kind[] {
  if (Principal === undefined) return [];
  if (Principal === '*') return ['everyone'];
  const [, , , , account = '', name = ''] = principal.split(':');
  return [Principal['AWS'] ?? []].flat().flatMap((one): readonly Kind[] => {
    if (one === '*') return ['everyone'];
    if (principal === 'anonymous') return [];
    if (one === account || one === `arn:aws:iam::${account}:root`) return ['account'];
    if (one === principal) return [principal.includes('assumed-role') ? 'session' : 'named'];
    const [, role] = name.split('/');
    const sessionOf =
      name.startsWith('assumed-role/') && one === `arn:aws:iam::${account}:role/${role ?? ''}`;
    return sessionOf ? ['named'] : [];
  });
}

/** Keys that follow from the caller and the resource. */
function contextOf({ principal, context, resourceAccount = '' }: Asked): Context {
  const always = {
    'aws:ResourceAccount': resourceAccount,
    'aws:ViaAWSService': 'false',
    ...context,
  };
  if (principal === 'anonymous') return { 'aws:PrincipalAccount': 'anonymous', ...always };
  const [, , , , account = '', name = ''] = principal.split(':');
  const [type, first = ''] = name.split('/');
  const arn = type === 'assumed-role' ? `arn:aws:iam::${account}:role/${first}` : principal;
  return {
    'aws:PrincipalArn': arn,
    'aws:PrincipalAccount': account,
    ...(type === 'user' && { 'aws:username': first }),
    ...always,
  };
}
