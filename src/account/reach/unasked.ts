import { actionFacts } from '../../facts/action-facts.ts';
import type { CompiledLayer } from '../../decide/compile-policy-set.ts';
import { notCollected } from '../../model/observed.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Areas } from '../../reach/access/area.ts';
import { unaskable } from '../../reach/caller.ts';
import { arePoliciesKnown } from '../access/resource-policies.ts';
import type { ReachQuestion } from './reach-answer.ts';

/** Policies of resources that `*` stands for, of kinds that are not captured: they may let anybody in. */
export function unreadPolicies({ action, resource }: ReachQuestion): readonly Missing[] {
  if (resource !== '*') return [];
  const services = (actionFacts(action)?.resourceTypes ?? []).map(({ arn }) => arn.split(':')[2]);
  return [...new Set(services)]
    .flatMap((service) => service ?? [])
    .filter((service) => !arePoliciesKnown(service))
    .map((service) => ({
      what: `the policies of the resources of ${service}`,
      why: notCollected('this kind is not captured'),
    }));
}

/**
 * Principals that a resource policy lets in and that nobody can be asked about: canonical user ids, and
 * names that are no principal of IAM, such as those of CloudFront.
 */
export function unaskedPrincipals(
  layer: CompiledLayer,
  action: string,
  areas: Areas,
): readonly Missing[] {
  const names = layer.allowing
    .of(action.toLowerCase())
    .filter((one) => areas.concerns(one))
    .flatMap((one) => [...unaskable(one), ...(one.statement.principal?.canonicalUser ?? [])]);
  return [...new Set(names)].map((name) => ({
    what: `what ${name} can do`,
    why: notCollected('a policy lets in a principal that is not understood'),
  }));
}
