import type { CompiledLayer } from '../decide/compile-policy-set.ts';
import { allows, denies, grantsOf } from '../decide/evaluate-layer.ts';
import { granted } from '../decide/grant-kind.ts';
import type { PreparedRequest } from '../decide/prepared-request.ts';
import { lesser, not, type Tri } from '../decide/tri.ts';

/** What one layer by itself grants: an Allow that matches and no Deny that does. */
export function layerAllows(layer: CompiledLayer, request: PreparedRequest): Tri {
  const allow =
    layer.layer === 'resource' ? granted(grantsOf(layer, request)) : allows(layer, request);
  return lesser(allow, not(denies(layer, request)));
}
