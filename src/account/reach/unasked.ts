import type { CompiledLayer } from '../../decide/compile-policy-set.ts';
import { notCollected } from '../../model/observed.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Areas } from '../../reach/access/area.ts';
import { unaskable } from '../../reach/caller.ts';

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
