import { present, type Observed } from '../../model/observed.ts';
import { paging, type Aws } from '../collector.ts';
import { observeList } from '../reply/observe-list.ts';
import { required } from '../reply/observe.ts';

const operation = 'organizations:ListParents';

/** AWS nests organisational units five deep; more is no tree. */
const deepest = 10;

/** Ids from the root to the account. */
export async function readPath(aws: Aws): Promise<Observed<readonly string[]>> {
  const path = [aws.account];
  while (path[0]?.startsWith('r-') !== true) {
    const parents = await parentsOf(aws, path[0] ?? aws.account);
    if (parents.state !== 'present') return parents;
    const [parent] = parents.value;
    if (parent === undefined || path.length > deepest) {
      const message = 'no root above the account';
      return { state: 'error', call: operation, code: 'IncompleteReply', message };
    }
    path.unshift(parent);
  }
  return present(path);
}

/** There is one; the list has pages all the same. */
function parentsOf(aws: Aws, child: string): Promise<Observed<readonly string[]>> {
  const list = { operation, input: { ChildId: child }, paging: paging.nextToken } as const;
  return observeList(aws, list, (page) =>
    required(page.Parents, 'Parents').map(({ Id }) => required(Id, 'Id')),
  );
}
