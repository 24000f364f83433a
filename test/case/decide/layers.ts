import type { CasePolicies, CaseRequest } from '../../../src/decide/case.ts';
import type { Outcome } from '../../../src/decide/decision.ts';
import { all, allow, deny, doc, federatedUser, grant, nothing } from './build.ts';
import { other, otherRole, own, read, role, root, session, user } from './build.ts';
import { page, type Case } from './case.ts';

// Which layer binds which caller: every layer allows, but for one that is silent or denies.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';

const star = { Principal: '*' };
const everyone = doc(allow('*', '*', star));

type Layer = 'identity' | 'boundary' | 'session' | 'scp' | 'rcp' | 'endpoint' | 'resource';

interface Caller {
  readonly id: string;
  readonly name: string;
  readonly principal: CaseRequest['principal'];
  readonly base: CasePolicies;
  /** By layer that applies: what happens when only it is silent, then when only it denies. */
  readonly layers: Readonly<Partial<Record<Layer, readonly [silent: Outcome, denies: Outcome]>>>;
}

/** A resource policy that names everybody needs nothing more in its own account. */
const open: CasePolicies = {
  identity: [all],
  scp: [[all], [all]],
  rcp: [[everyone], [everyone]],
  endpoint: [everyone],
  resource: doc(grant('*')),
};

const bound: Caller['layers'] = {
  identity: [yes, denied],
  scp: [no, denied],
  rcp: [no, denied],
  endpoint: [no, denied],
  resource: [yes, denied],
};

const callers: readonly Caller[] = [
  {
    id: 'user',
    name: 'a user',
    principal: user,
    base: { ...open, boundary: [all] },
    layers: { ...bound, boundary: [yes, denied] },
  },
  {
    id: 'role',
    name: 'some session of a role',
    principal: role,
    base: { ...open, boundary: [all], session: [all] },
    layers: { ...bound, boundary: [yes, denied], session: [yes, denied] },
  },
  {
    id: 'session',
    name: 'a certain session of a role',
    principal: session,
    base: { ...open, boundary: [all], session: [all] },
    layers: { ...bound, boundary: [yes, denied], session: [yes, denied] },
  },
  {
    id: 'federated-user',
    name: 'a federated user',
    principal: federatedUser,
    base: { ...open, session: [all] },
    layers: { ...bound, session: [yes, denied] },
  },
  {
    id: 'root',
    name: 'the root user, who has no policies of his own,',
    principal: root,
    base: open,
    layers: { ...bound, identity: [yes, yes] },
  },
  {
    id: 'service-linked-role',
    name: 'a service-linked role',
    principal: `arn:aws:iam::${own}:role/aws-service-role/sagemaker.amazonaws.com/AWSServiceRoleForAmazonSageMakerNotebooks`,
    base: open,
    layers: { ...bound, scp: [yes, yes], rcp: [yes, yes] },
  },
  {
    id: 'service-linked-session',
    name: 'a session of a service-linked role',
    principal: `arn:aws:sts::${own}:assumed-role/AWSServiceRoleForAmazonSageMakerNotebooks/s1`,
    base: open,
    layers: { scp: [yes, yes], rcp: [yes, yes] },
  },
  {
    id: 'service',
    name: 'a service',
    principal: { service: 'sagemaker.amazonaws.com' },
    base: { ...open, boundary: [all], session: [all] },
    layers: {
      identity: [yes, yes],
      boundary: [yes, yes],
      session: [yes, yes],
      scp: [yes, yes],
      rcp: [no, denied],
      resource: [no, denied],
    },
  },
  {
    id: 'anonymous',
    name: 'a stranger',
    principal: 'anonymous',
    base: open,
    layers: {
      identity: [yes, yes],
      scp: [yes, yes],
      rcp: [no, denied],
      endpoint: [no, denied],
      resource: [no, denied],
    },
  },
  {
    id: 'foreign-role',
    name: 'a role of another account',
    principal: otherRole,
    base: { ...open, boundary: [all], session: [all], resource: doc(grant({ AWS: other })) },
    layers: {
      identity: [no, denied],
      boundary: [no, denied],
      session: [no, denied],
      scp: [no, denied],
      rcp: [no, denied],
      endpoint: [no, denied],
      resource: [no, denied],
    },
  },
  {
    id: 'foreign-root',
    name: 'the root user of another account',
    principal: `arn:aws:iam::${other}:root`,
    base: { ...open, resource: doc(grant({ AWS: other })) },
    layers: {
      identity: [yes, yes],
      scp: [no, denied],
      rcp: [no, denied],
      endpoint: [no, denied],
      resource: [no, denied],
    },
  },
  {
    id: 'own-policies-only',
    name: 'a user whom only his own policies grant',
    principal: user,
    base: { identity: [all], boundary: [all], endpoint: [everyone] },
    layers: { identity: [no, denied], boundary: [no, denied], endpoint: [no, denied] },
  },
];

const denial = deny('s3:GetObject');
const denialOfAll = deny('s3:GetObject', '*', star);

const silentLayer: Readonly<Record<Layer, CasePolicies>> = {
  identity: { identity: [nothing] },
  boundary: { boundary: [nothing] },
  session: { session: [nothing] },
  scp: { scp: [[all], [nothing]] },
  rcp: { rcp: [[everyone], [nothing]] },
  endpoint: { endpoint: [nothing] },
  resource: { resource: nothing },
};

function denyingLayer(layer: Layer, { resource }: CasePolicies): CasePolicies {
  switch (layer) {
    case 'identity':
    case 'boundary':
    case 'session':
      return { [layer]: [all, doc(denial)] };
    case 'scp':
      return { scp: [[all, doc(denial)], [all]] };
    case 'rcp':
      return { rcp: [[everyone, doc(denialOfAll)], [everyone]] };
    case 'endpoint':
      return { endpoint: [everyone, doc(denialOfAll)] };
    case 'resource':
      return { resource: doc(statementOf(resource), denialOfAll) };
  }
}

function statementOf(resource: CasePolicies['resource']) {
  return resource === open.resource ? grant('*') : grant({ AWS: other });
}

const lineOf: Readonly<Record<Layer, readonly [line: string, cites: string]>> = {
  identity: ['A2', page.denyAllow],
  boundary: ['A2', page.boundaries],
  session: ['A2', page.sessions],
  scp: ['A9.1', page.scp],
  rcp: ['A9.2', page.rcp],
  endpoint: ['A9.3', page.endpoint],
  resource: ['A2', page.denyAllow],
};

const nameOf: Readonly<Record<Layer, string>> = {
  identity: 'identity policies',
  boundary: 'a permissions boundary',
  session: 'a session policy',
  scp: 'a service control policy',
  rcp: 'a resource control policy',
  endpoint: 'a VPC endpoint policy',
  resource: 'the resource policy',
};

const layersInOrder = Object.keys(nameOf) as readonly Layer[];

export const cases: readonly Case[] = callers.flatMap((caller) => [
  caseOf(caller, 'open', `When every layer allows, ${caller.name} is allowed`, {}, yes),
  ...layersInOrder.flatMap((layer) => {
    const outcomes = caller.layers[layer];
    if (outcomes === undefined) return [];
    const [silent, denies] = outcomes;
    const [line, cites] = lineOf[layer];
    const silence = `When only ${nameOf[layer]} allows nothing, ${caller.name} is ${silent}`;
    const denying = `When only ${nameOf[layer]} denies, ${caller.name} is ${denies}`;
    return [
      { ...caseOf(caller, `${layer}-silent`, silence, silentLayer[layer], silent), line, cites },
      {
        ...caseOf(caller, `${layer}-denies`, denying, denyingLayer(layer, caller.base), denies),
        line: denies === denied ? 'A1.3' : line,
        cites,
      },
    ];
  }),
]);

function caseOf(
  { id, principal, base }: Caller,
  variant: string,
  title: string,
  policies: CasePolicies,
  expect: Outcome,
): Case {
  return {
    id: `layers-${id}-${variant}`,
    title,
    line: 'A2',
    cites: page.denyAllow,
    request: { ...read, principal, resourceAccount: own },
    policies: { ...base, ...policies },
    expect,
  };
}
