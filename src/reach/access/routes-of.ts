import type { CompiledLayer } from '../../decide/compile-policy-set.ts';
import type { CompiledStatement } from '../../decide/compile-statement.ts';
import { appliedLayers, ownLayers, type AppliedLayers } from '../../decide/evaluation.ts';
import { granted, needsOf, type Needs } from '../../decide/grant-kind.ts';
import { matchPrincipal } from '../../decide/match-statement.ts';
import type { PreparedRequest } from '../../decide/prepared-request.ts';
import { accountOf } from '../../decide/principal.ts';
import { layerText } from '../../decide/reason-text.ts';
import { rulesOfService } from '../../decide/rules-of-service.ts';
import type { ServiceRules } from '../../decide/service-rules.ts';
import { maybe, no, yes, type Tri } from '../../decide/tri.ts';
import type { AccessQuestion } from './access-question.ts';
import { consentOf } from './consent.ts';
import { openRequest } from './open-request.ts';
import { possibleStatement } from './possible-statement.ts';
import type { Choice, Group, Route, Routes } from './route.ts';

/**
 * The ways in which the layers together can allow a request, as `decide` weighs them (IAM: policy
 * evaluation logic, within an account and across accounts).
 */
export function routesOf(question: AccessQuestion): Routes {
  const request = openRequest(question);
  // What the bucket behind an access point says depends on the object: see `consentOf`.
  const { bucketBehind: _behind, ...set } = question.set;
  const rules = rulesOfService(set, request);
  if (rules.alwaysAllowed !== undefined) return settled('yes', rules.alwaysAllowed);
  if (rules.notCut === no) return settled('no', rules.cutText);
  if (rules.denied === yes) return settled('no', 'a further policy denies it');
  const layers = appliedLayers(question.set, request, rules);
  const asked: Asked = { question, request, rules, layers };
  const guards = [layers.endpoint, ...layers.rcp, ...layers.scp].flatMap((one) =>
    one === undefined ? [] : [groupOf(one, asked)],
  );
  const consent = consentOf(asked, (list) => concerning(list, asked));
  const all = [...guards, ...(consent.group ? [consent.group] : [])];
  const routes = grantingRoutes(asked).map((route) => [...route, ...all].filter(isDemanding));
  const { avoid, doubts } = denialsOf(asked);
  return {
    routes,
    avoid: [...avoid, ...consent.avoid],
    doubts: [...doubts, ...consent.doubts],
    known: request.context,
  };
}

function settled(is: 'no' | 'yes', why: string): Routes {
  return {
    routes: [],
    avoid: [],
    doubts: [],
    known: { get: () => 'unknown' },
    settled: { is, why },
  };
}

export interface Asked {
  readonly question: AccessQuestion;
  readonly request: PreparedRequest;
  readonly rules: ServiceRules;
  readonly layers: AppliedLayers;
}

function grantingRoutes(asked: Asked): readonly Route[] {
  const { question, request, rules } = asked;
  const own = ownGroups(asked, { identity: true, boundary: true, session: true });
  const account = accountOf(request.principal);
  if (account === undefined) return [[grantGroup(asked, allKinds)]];
  if (account !== question.resourceAccount) {
    const alone = rules.grantMayDoAlone === no ? [] : [[doubtful('the grant alone')]];
    return [own, ...alone].map((route) => [...route, grantGroup(asked, allKinds)]);
  }
  const byResource = distinctNeeds.map(({ bits, needs }) => [
    grantGroup(asked, bits),
    ...ownGroups(asked, needs),
  ]);
  return rules.resourceMustAllow ? byResource : [own, ...byResource];
}

const allKinds = 255;

/** Kinds of grants that leave the same to the caller's own policies. */
const distinctNeeds: readonly { readonly bits: number; readonly needs: Needs }[] = [
  ...new Map(
    needsOf.map(([, needs]) => [
      JSON.stringify(needs),
      {
        needs,
        bits: needsOf
          .filter(([, other]) => JSON.stringify(other) === JSON.stringify(needs))
          .reduce((bits, [bit]) => bits | bit, 0),
      },
    ]),
  ).values(),
];

function ownGroups(asked: Asked, needs: Needs): readonly Group[] {
  const { layers, request } = asked;
  const wanted = [
    needs.identity ? layers.identity : undefined,
    needs.boundary ? layers.boundary : undefined,
    needs.session ? layers.session : undefined,
  ];
  const unbound = request.principal.kind === 'federated-user' && layers.session === undefined;
  return [
    ...wanted.flatMap((layer) => (layer === undefined ? [] : [groupOf(layer, asked)])),
    ...(needs.session && unbound ? [{ name: 'a session policy', choices: [] }] : []),
  ];
}

function doubtful(name: string): Group {
  return { name, choices: [], open: `${name} may suffice` };
}

/** A layer that must allow; its principal element, if it may have one, names everybody. */
function groupOf(layer: CompiledLayer, asked: Asked): Group {
  const list = concerning(layer.allowing.of(asked.request.action), asked);
  const choices = list.flatMap((statement) => {
    const named = namedBy(statement, asked.request);
    return named === no ? [] : [{ statement, unsure: named === maybe }];
  });
  return { name: layerText(layer.layer, layer.level), choices, open: unreadOf(layer) };
}

/** Statements of the resource policy that name the caller in one of these ways. */
function grantGroup(asked: Asked, bits: number): Group {
  const { request, rules, layers } = asked;
  const { extra, ignoresResourceAllow } = rules;
  const name = layerText('resource');
  if ((extra.sure & bits) !== 0) return { name, choices: [], free: true };
  const byRule = (extra.possible & bits) !== 0 ? 'a grant or an ACL may allow it' : undefined;
  if (ignoresResourceAllow) return { name, choices: [], open: byRule };
  const list = concerning(layers.resource.allowing.of(request.action), asked);
  const choices = list.flatMap((statement): readonly Choice[] => {
    const { sure, possible } = matchPrincipal(statement, request);
    if ((sure & bits) !== 0) return [{ statement, unsure: false }];
    return (possible & bits) !== 0 ? [{ statement, unsure: true }] : [];
  });
  return { name, choices, open: byRule ?? unreadOf(layers.resource) };
}

/** Whether a group asks for anything at all. */
function isDemanding({ free, choices }: Group): boolean {
  return free !== true && !choices.some(({ statement, unsure }) => !unsure && isFree(statement));
}

function isFree(statement: CompiledStatement): boolean {
  const { resource, odd, statement: source } = statement;
  return (
    odd === undefined && source.conditions.length === 0 && resource.everything && !resource.not
  );
}

function unreadOf({ unread }: CompiledLayer): string | undefined {
  return unread[0] === undefined ? undefined : `not understood: ${unread[0]}`;
}

function denialsOf(asked: Asked): Pick<Routes, 'avoid' | 'doubts'> {
  const { rules, layers, request } = asked;
  const denying = [...ownLayers(layers), ...(rules.ignoresResourceDeny ? [] : [layers.resource])];
  const avoid = denying.flatMap((layer) =>
    concerning(layer.denying.of(request.action), asked).flatMap((statement): readonly Choice[] => {
      const named = namedBy(statement, request);
      return named === no ? [] : [{ statement, unsure: named === maybe }];
    }),
  );
  const doubts = [
    ...denying.flatMap((layer) => unreadOf(layer) ?? []),
    ...(rules.denied === maybe ? ['a further policy may deny it'] : []),
    ...(rules.notCut === maybe ? [`it cannot be told whether ${rules.cutText}`] : []),
  ];
  return { avoid, doubts };
}

/** Statements that can match at all, by their resources and by what is known of the context. */
function concerning(
  list: readonly CompiledStatement[],
  { question, request }: Asked,
): readonly CompiledStatement[] {
  const { areas, domainOf } = question;
  const isMissing = (key: string): boolean => {
    const domain = domainOf(key);
    return domain.is === 'fixed' ? domain.values === undefined : domain.missing === 'always';
  };
  return list
    .filter((one) => areas.concerns(one))
    .filter((one) => one.conditions.every((each) => each.holds(request.context) !== no))
    .flatMap((one) => possibleStatement(one, isMissing) ?? []);
}

/** Whether the principal element of a statement fits the caller, where its layer has one. */
function namedBy(statement: CompiledStatement, request: PreparedRequest): Tri {
  const { layer } = statement.source;
  if (layer === 'resource' || layer === 'endpoint') {
    return granted(matchPrincipal(statement, request));
  }
  if (statement.principal === undefined) return yes;
  return layer === 'rcp' ? granted(matchPrincipal(statement, request)) : maybe;
}
