import type { Account } from '../account/account.ts';
import { artifactScope, retainedScope, type BucketScope } from '../account/fact/declared-bucket.ts';
import { notCollected } from '../model/observed.ts';
import type { Verdict } from '../model/verdict.ts';
import { notApplicable, unknown } from './verdict.ts';

/** Judges a bucket that holds artifacts; others are not applicable. */
export function onArtifactBucket(account: Account, bucket: string, decide: () => Verdict): Verdict {
  return inScope(artifactScope(account, bucket), decide);
}

/** Judges a bucket whose content must outlive a mistake; others are not applicable. */
export function onRetainedBucket(account: Account, bucket: string, decide: () => Verdict): Verdict {
  return inScope(retainedScope(account, bucket), decide);
}

/**
 * A bucket is out of scope only if the declaration is sound: with a misspelt name in it, this may be
 * the very bucket that was meant.
 */
function inScope(scope: BucketScope, decide: () => Verdict): Verdict {
  if (scope.inScope) return decide();
  const what = `inputs.${scope.list}`;
  if (scope.unmatched.length === 0) return notApplicable(`not among ${what}`);
  return unknown({
    what,
    why: notCollected(`no bucket is called ${scope.unmatched.join(', ')}`),
    mend: `correct or remove the name in ${what} of leastwise.yaml`,
  });
}
