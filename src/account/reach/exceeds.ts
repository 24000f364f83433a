import { ByAction } from '../../decide/by-action.ts';
import type { CompiledLayer } from '../../decide/compile-policy-set.ts';
import type { CompiledStatement } from '../../decide/compile-statement.ts';
import { decide } from '../../decide/decide.ts';
import type { Principal } from '../../decide/principal.ts';
import type { JsonValue } from '../../model/json.ts';
import { UserError } from '../../model/user-error.ts';
import type { Answer, Witness } from '../../reach/answer.ts';
import { documentLayer } from '../../reach/document-layer.ts';
import { excess, type ExcessQuestion } from '../../reach/excess.ts';
import type { Account } from '../account.ts';
import { sidesOf } from '../access/sides.ts';
import { directGrants, type DirectGrant } from './direct-grants.ts';
import { knowledgeOf, ownSideKeys, ownSubject } from './own-side-keys.ts';
import { reach } from './reach.ts';
import type { Subject } from './reach-answer.ts';

/**
 * Has a role or user of the account any access that a specification (an identity policy) does not
 * grant? By its own policies, its boundary and the SCPs, over every resource, whether or not its
 * owner lets it in; and by what the resources of the snapshot let it do of themselves. Throws
 * `UserError` for anybody else.
 */
export function exceeds(account: Account, principal: Principal, specification: JsonValue): Answer {
  const subject = ownSubject(account, principal);
  if (subject === undefined)
    throw new UserError('only roles and users of the account have policies');
  return new Excess(account, subject, specification).answer();
}

/** Under which the answer "no" is given. */
export const exceedsAssumptions: readonly string[] = [
  'taken for granted: resources of kinds whose policies are not captured let it do nothing of themselves',
  "taken for granted: the objects' own access control lists let it do nothing",
];

type Common = Pick<ExcessQuestion, 'limit' | 'callers' | 'resourceAccount'>;

class Excess {
  readonly #account: Account;
  readonly #subject: Subject;
  readonly #common: Common;

  constructor(account: Account, subject: Subject, specification: JsonValue) {
    this.#account = account;
    this.#subject = subject;
    this.#common = {
      limit: documentLayer('the specification', specification),
      callers: [{ name: subject.name, principal: subject.principal }],
      resourceAccount: account.id,
    };
  }

  answer(): Answer {
    const own = this.#byOwnPolicies();
    if (own.is === 'yes') return own;
    const { list, doubts } = directGrants(this.#account, this.#subject.principal);
    const open = own.is === 'may' ? [...own.reasons] : [];
    for (const grant of list) {
      const found = this.#byGrant(grant);
      if (found.is === 'yes') return found;
      if (found.is === 'may') open.push(...found.reasons);
    }
    const reasons = [...new Set([...open, ...doubts])].slice(0, 10);
    return reasons.length === 0 ? { is: 'no' } : { is: 'may', reasons };
  }

  #byOwnPolicies(): Answer {
    const { identity, boundary, scp } = this.#layers();
    const also = [...(boundary ? [boundary] : []), ...scp];
    const keys = ownSideKeys(this.#account, this.#subject);
    return excess({ ...this.#common, ...knowledgeOf(keys), granting: identity, also });
  }

  /** What the resource alone does not decide, e.g. the bucket behind an access point, is asked after. */
  #byGrant(grant: DirectGrant): Answer {
    const barred = new Set<string>();
    for (let round = 0; round < tries; round += 1) {
      const found = this.#excessBy(grant, barred);
      if (found.is !== 'yes' || this.#isConfirmed(grant, found.witness)) return found;
      const { action, resource } = found.witness;
      if (!this.#isOut(grant, action))
        return { is: 'may', reasons: [`it may have ${action} on ${resource}`] };
      barred.add(action.toLowerCase());
    }
    return { is: 'may', reasons: [`it may have more on ${grant.resources.join(' and ')}`] };
  }

  /** Proven for every request. */
  #isOut({ resources, toCome }: DirectGrant, action: string): boolean {
    const { principal } = this.#subject;
    if (toCome) return false;
    return resources.every((one) => {
      return reach(this.#account, principal, { action, resource: one }).is === 'no';
    });
  }

  #excessBy(grant: DirectGrant, barred: ReadonlySet<string>): Answer {
    const { layer, resources, bounded, side, service } = grant;
    const { identity, boundary, scp } = this.#layers();
    const denies = [...identity.denies, ...(boundary?.denies ?? [])];
    return excess({
      ...this.#common,
      ...knowledgeOf(ownSideKeys(this.#account, this.#subject, side)),
      granting: denying(layer, [...layer.denies, ...denies]),
      also: [...(bounded && boundary ? [boundary] : []), ...scp],
      resources,
      concerns: (action) => {
        const name = action.toLowerCase();
        return name.startsWith(`${service}:`) && !barred.has(name);
      },
    });
  }

  #isConfirmed({ side, toCome }: DirectGrant, { action, resource, context }: Witness): boolean {
    const { principal } = this.#subject;
    if (toCome && this.#account.find('ecr.repository', resource) !== undefined) return false;
    const sides = sidesOf(this.#account);
    const { contextOf } = ownSideKeys(this.#account, this.#subject, side);
    const decision = decide(sides.compiled(sides.principal(principal), side), {
      principal,
      action,
      resource,
      resourceAccount: this.#account.id,
      context: contextOf(context),
    });
    return decision.outcome === 'allowed';
  }

  #layers(): Layers {
    const sides = sidesOf(this.#account);
    const { principal } = this.#subject;
    const isLinked = principal.kind === 'role' && principal.serviceLinked;
    const { scp = [] } = isLinked ? {} : sides.ofOrganization;
    return { ...sides.ofPrincipal(sides.principal(principal)), scp };
  }
}

/** How many actions of one resource are set aside that only seem to be more. */
const tries = 30;

interface Layers {
  readonly identity: CompiledLayer;
  readonly boundary?: CompiledLayer;
  readonly scp: readonly CompiledLayer[];
}

function denying(layer: CompiledLayer, denies: readonly CompiledStatement[]): CompiledLayer {
  return { ...layer, denies, denying: new ByAction(denies) };
}
