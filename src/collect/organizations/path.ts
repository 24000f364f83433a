import { present, type Observed } from '../../model/observed.ts';
import { paging, type Aws } from '../collector.ts';
import { IncompleteReply, problemOf, required } from '../reply/observe.ts';

const operation = 'organizations:ListParents';

/** AWS nests organisational units five deep; more is no tree. */
const deepest = 10;

/** Ids from the root to the account. */
export async function readPath(aws: Aws): Promise<Observed<readonly string[]>> {
  const path = [aws.account];
  try {
    while (path[0]?.startsWith('r-') !== true) {
      if (path.length > deepest) throw new IncompleteReply('root above the account');
      path.unshift(await parentOf(aws, path[0] ?? aws.account));
    }
  } catch (error) {
    return problemOf(error, operation);
  }
  return present(path);
}

/** There is one; the list has pages all the same. */
async function parentOf(aws: Aws, child: string): Promise<string> {
  const ids: string[] = [];
  for await (const page of aws.pages(operation, { ChildId: child }, paging.nextToken)) {
    ids.push(...required(page.Parents, 'Parents').map(({ Id }) => required(Id, 'Id')));
  }
  return required(ids[0], 'parent');
}
