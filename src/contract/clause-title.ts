import type { Clause } from './contract.ts';

/** What a clause asserts, as a sentence that is true when it holds. */
export function clauseTitle({ artifact, verb, must, may }: Clause): string {
  const what = `${verb} ${artifact}`;
  const allowed = may.length === 0 ? '' : `, and ${may.join(', ')} may`;
  if (must.length > 0) return `${must.join(', ')} can ${what}${allowed}; nobody else can`;
  return may.length === 0 ? `Nobody can ${what}` : `Nobody but ${may.join(', ')} can ${what}`;
}
