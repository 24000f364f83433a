import type { PolicyText, Statement } from '../../model/policy.ts';
import type { Resource } from '../../model/resource.ts';
import type { Account } from '../account.ts';
import { matchesAction } from '../fact/action-match.ts';
import { readPolicy } from '../fact/read-policy.ts';
import { isServiceLinkedRole } from '../fact/service-linked-role.ts';
import { actorsOf, missingActors, type Actor } from './actor.ts';
import type { EscalationEdge, Escalations } from './edge.ts';
import { nameOf } from './name-of.ts';
import { ask } from './need.ts';
import { ownPolicies } from './own-policies.ts';
import { unreadFields } from './unread-fields.ts';

const action = 'sts:AssumeRole';

/** Who assumes which role: its own policies and the trust policy of the role together. */
export function assumeRoleEdges(account: Account): Escalations {
  const roles = account.all('iam.role').filter(({ id }) => !isServiceLinkedRole(id));
  const unread = roles.flatMap(({ id, trustPolicy }) => unreadFields(id, { trustPolicy }));
  return {
    edges: roles.flatMap((role) => edgesTo(account, role)),
    missing: [...missingActors(account), ...unread],
  };
}

function edgesTo(account: Account, role: Resource<'iam.role'>): readonly EscalationEdge[] {
  return candidates(account, role).flatMap((actor): readonly EscalationEdge[] => {
    if (actor.arn === role.id) return [];
    const { is, pairs } = ask(account, actor, { action, resource: role.id });
    if (is === 'no') return [];
    const words = `assumes ${nameOf(role.id)}`;
    return [{ from: actor.arn, to: role.id, path: action, is, words, pairs }];
  });
}

/** Sorts out, without asking the engine, who provably cannot: most trust policies name services alone. */
function candidates(account: Account, role: Resource<'iam.role'>): readonly Actor[] {
  const actors = actorsOf(account);
  const { trustPolicy } = role;
  if (trustPolicy.state !== 'present') return [];
  const all = namedBy(trustPolicy.value);
  if (all === 'anybody') return actors;
  const named = all.filter((one) => one.includes(account.id) || !/\d{12}/.test(one));
  const delegates = named.some((one) => !/:(user|role|assumed-role|federated-user)\//.test(one));
  return actors.filter(
    (actor) =>
      named.some((one) => isNamed(actor.arn, one)) || (delegates && mayAssume(account, actor)),
  );
}

const trusts = new WeakMap<PolicyText, readonly string[] | 'anybody'>();

function namedBy(trust: PolicyText): readonly string[] | 'anybody' {
  const known = trusts.get(trust);
  if (known !== undefined) return known;
  const { policy, doubts } = readPolicy('trust policy', trust);
  const allows = policy.statements.filter(
    (one) => one.effect === 'Allow' && matchesAction(one.action, action),
  );
  const isOpen = doubts.length > 0 || allows.some(namesAnybody);
  const named = isOpen ? 'anybody' : allows.flatMap(({ principal }) => principal?.aws ?? []);
  trusts.set(trust, named);
  return named;
}

function namesAnybody({ principal }: Statement): boolean {
  return (
    principal === undefined || principal.not || principal.everyone || principal.aws.includes('*')
  );
}

/** By its ARN, or by a session of it. */
function isNamed(arn: string, name: string): boolean {
  if (arn === name) return true;
  const [, role] = /:assumed-role\/([^/]+)\//.exec(name) ?? [];
  return role !== undefined && arn.includes(':role/') && arn.endsWith(`/${role}`);
}

/** Some policy of its own may allow it. */
function mayAssume(account: Account, actor: Actor): boolean {
  return ownPolicies(account, actor).identity.some(
    ({ policy, oddities }) =>
      oddities.length > 0 ||
      policy.statements.some((one) => one.effect === 'Allow' && matchesAction(one.action, action)),
  );
}
