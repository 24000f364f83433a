import type { Account } from '../account.ts';
import type { WhoCan } from '../reach/reach-answer.ts';
import type { WhoCanBecome } from './edge.ts';

/** Who gets there in several steps, by the shortest chain; `direct` are those who need none. */
export function whoCanBecome(_account: Account, _direct: WhoCan): WhoCanBecome {
  return { chains: [], missing: [] };
}
