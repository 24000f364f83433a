import type { Account } from '../account/account.ts';
import { isUnread, type Observed } from '../model/observed.ts';
import type { Resource } from '../model/resource.ts';
import type { Missing, Verdict } from '../model/verdict.ts';
import { checkVerdict } from './check-verdict.ts';
import { errorText } from './error-text.ts';
import type { AnyRule, Params } from './rule.ts';
import { unknown } from './verdict.ts';

/**
 * The verdict of a rule on one resource, held to the first law: a rule that crashes says unknown,
 * and a pass (or not applicable) stands only when every field the rule needs was read. A fail
 * stands: what it saw is enough.
 */
export function judgeResource(
  rule: AnyRule,
  resource: Resource,
  world: { readonly account: Account; readonly params: Params },
): Verdict {
  let verdict: Verdict;
  try {
    const view = viewOf(resource, rule.needs) as never; // looked up by the kind that check is written for
    verdict = checkVerdict(rule.check(view, world.account, world.params as never));
  } catch (error) {
    return ruleCrashed(rule, error);
  }
  switch (verdict.verdict) {
    case 'pass':
    case 'not-applicable':
      return withdrawn(rule, resource) ?? verdict;
    case 'fail':
    case 'unknown':
      return verdict;
  }
}

/** Identity and needed fields alone: a rule cannot conclude from a field that it did not declare. */
function viewOf(resource: Resource, needs: readonly string[]): Readonly<Record<string, unknown>> {
  const { kind, id, name, account, region } = resource;
  const view: Record<string, unknown> = { kind, id, name, account, region };
  for (const field of needs) view[field] = fieldOf(resource, field);
  return view;
}

function withdrawn(rule: AnyRule, resource: Resource): Verdict | undefined {
  const [first, ...rest] = rule.needs.flatMap((what): readonly Missing[] => {
    const observed = fieldOf(resource, what);
    if (observed === undefined) {
      return [{ what, why: { state: 'not-collected', why: 'the snapshot has no such field' } }];
    }
    return isUnread(observed) ? [{ what, why: observed }] : [];
  });
  return first === undefined ? undefined : unknown(first, ...rest);
}

/** Fields of a resource are looked up by name; a snapshot of an older version may lack one. */
function fieldOf(resource: Resource, field: string): Observed<unknown> | undefined {
  return (resource as unknown as Readonly<Record<string, Observed<unknown> | undefined>>)[field];
}

function ruleCrashed(rule: AnyRule, error: unknown): Verdict {
  return unknown({
    what: `the verdict of ${rule.id}`,
    why: { state: 'error', call: 'check', code: 'RuleCrashed', message: errorText(error) },
    mend: 'This is a defect of the rule, not of the account: report it to its author.',
  });
}
