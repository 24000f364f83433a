import fc from 'fast-check';
import type { DenialLayer, Observed } from '../../src/model/observed.ts';
import { kindFields, type Kind, type Resource } from '../../src/model/resource.ts';
import { accountId, region } from './build.ts';

const text = fc.string({ unit: 'binary' });
const layers: readonly DenialLayer[] = ['identity-policy', 'vpc-endpoint-policy'];

/** Any state, with any value that JSON can hold. */
export const observed: fc.Arbitrary<Observed<unknown>> = fc.oneof(
  fc.jsonValue({ stringUnit: 'binary' }).map((value) => ({ state: 'present' as const, value })),
  fc.constant({ state: 'absent' as const }),
  fc.record({ state: fc.constant('unsupported' as const), call: text, code: text }),
  fc.record(
    {
      state: fc.constant('denied' as const),
      call: text,
      code: text,
      why: fc.constantFrom(...layers),
    },
    { requiredKeys: ['state', 'call', 'code'] },
  ),
  fc.record({ state: fc.constant('gone' as const), call: text, code: text }),
  fc.record(
    { state: fc.constant('error' as const), call: text, code: text, message: text },
    { requiredKeys: ['state', 'call', 'code'] },
  ),
  fc.record({ state: fc.constant('not-collected' as const), why: text }),
);

export function resourceOf(kind: Kind): fc.Arbitrary<Resource> {
  const fields = Object.fromEntries(Object.keys(kindFields[kind]).map((name) => [name, observed]));
  return fc
    .record({ name: text, id: text, ...fields })
    .map((members) => ({ kind, account: accountId, region, ...members }) as unknown as Resource);
}
