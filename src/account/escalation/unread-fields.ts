import { isUnread, type Observed } from '../../model/observed.ts';
import type { Missing } from '../../model/verdict.ts';

/** Fields of one thing (ARN) that were not read. */
export function unreadFields(
  arn: string,
  fields: { readonly [name: string]: Observed<unknown> },
): readonly Missing[] {
  return Object.entries(fields).flatMap(([name, observed]) =>
    isUnread(observed) ? [{ what: `${name} of ${arn}`, why: observed }] : [],
  );
}
