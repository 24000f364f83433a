import type { Missing } from './verdict.ts';
import type { Unread } from './observed.ts';

/** Why something could not be read, as the end of a sentence. */
function describeUnread(why: Unread): string {
  switch (why.state) {
    case 'denied':
      return `${why.call} was denied (${why.code}${why.why === undefined ? '' : `, by the ${why.why}`})`;
    case 'gone':
      return `it was deleted while it was read (${why.call}: ${why.code})`;
    case 'error':
      return `${why.call} failed (${why.code}${why.message === undefined ? '' : `: ${why.message}`})`;
    case 'not-collected':
      return `it was not collected: ${why.why}`;
  }
}

/** What is missing and why, in one line. */
export function describeMissing(missing: Missing): string {
  return `${missing.what}: ${describeUnread(missing.why)}`;
}
