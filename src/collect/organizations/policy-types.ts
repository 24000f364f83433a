import { mapObserved, type Observed } from '../../model/observed.ts';
import { paging, type Aws } from '../collector.ts';
import { observeList } from '../reply/observe-list.ts';
import { required } from '../reply/observe.ts';

const operation = 'organizations:ListRoots';

/**
 * Status by policy type. An organisation has one root. Only this list tells a type that is off:
 * ListPoliciesForTarget answers for it with an empty list.
 */
export async function readPolicyTypes(
  aws: Aws,
): Promise<Observed<Readonly<Record<string, string>>>> {
  const list = { operation, input: {}, paging: paging.nextToken } as const;
  const roots = await observeList(aws, list, (page) => required(page.Roots, 'Roots').map(typesOf));
  if (roots.state === 'present' && roots.value.length === 0) {
    const message = 'the organisation has no root';
    return { state: 'error', call: operation, code: 'IncompleteReply', message };
  }
  return mapObserved(roots, (types) => Object.fromEntries(types.flat()));
}

function typesOf(root: {
  readonly PolicyTypes?:
    | readonly {
        readonly Type?: string | undefined;
        readonly Status?: string | undefined;
      }[]
    | undefined;
}): readonly (readonly [string, string])[] {
  return required(root.PolicyTypes, 'PolicyTypes').map(({ Type, Status }) => [
    required(Type, 'Type'),
    required(Status, 'Status'),
  ]);
}
