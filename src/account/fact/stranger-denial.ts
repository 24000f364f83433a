import type { Condition, ListElement, Statement } from '../../model/policy.ts';
import { conditionBinding } from '../../policy/binding/binding.ts';
import { globCovers } from '../../policy/glob.ts';
import { parseOperator } from '../../policy/operator.ts';
import { organizationSide } from '../access/organization-policies.ts';
import type { Account } from '../account.ts';
import { coversActions } from './action-match.ts';

/** What a Deny has to reach. */
export interface Reach {
  readonly action: ListElement;
  /** Undefined in an ACL's grant: the bucket and its objects. */
  readonly resource?: ListElement;
  /** ARN of the bucket. */
  readonly bucket: string;
}

/**
 * If true, the statement denies all that is reached to anonymous callers and to every account,
 * organisation and network that it does not name itself: the form of a data perimeter. A proof from
 * the text alone, so it holds for every request; false proves nothing.
 */
export function keepsStrangersOut(deny: Statement, reach: Reach): boolean {
  const { effect, principal, action, resource, conditions } = deny;
  if (effect !== 'Deny' || principal === undefined || principal.not) return false;
  if (!principal.everyone && !principal.aws.includes('*')) return false;
  return (
    coversGranted(action, reach.action) &&
    resource !== undefined &&
    coversBucket(resource, reach) &&
    conditions.every(holdsForStrangers)
  );
}

/** The Deny statements of every resource control policy that was read and understood. */
export function organizationDenials(account: Account): readonly Statement[] {
  const levels = organizationSide(account).rcp ?? [];
  const understood = levels.flat().filter((one) => one.oddities.length === 0);
  return understood.flatMap((one) => one.policy.statements).filter((one) => one.effect === 'Deny');
}

function coversGranted(denied: ListElement, granted: ListElement): boolean {
  if (coversActions(denied, 's3:*')) return true;
  return !granted.not && granted.values.every((one) => coversActions(denied, one));
}

/** What is granted in other buckets does not matter. */
function coversBucket(denied: ListElement, { resource, bucket }: Reach): boolean {
  if (denied.not) return false;
  const covers = (wanted: string): boolean =>
    denied.values.some((value) => isSound(value) && globCovers(value, wanted));
  if (covers(bucket) && covers(`${bucket}/*`)) return true;
  return resource !== undefined && !resource.not && resource.values.every(covers);
}

/** Wildcards before the bucket's name, and variables, are not sure to match. */
function isSound(value: string): boolean {
  return value === '*' || /^arn:[a-z-]+:s3:::(?!.*\$\{)/.test(value);
}

/** A caller that shares none of the fixed values has other ones, or lacks the key altogether. */
function holdsForStrangers(condition: Condition): boolean {
  const { operator: text, key, values } = condition;
  const operator = parseOperator(text);
  if (operator === undefined) return false;
  // Nobody but a service has it true; an anonymous caller has no such key.
  if (key.toLowerCase() === 'aws:principalisawsservice') {
    return text === 'BoolIfExists' && values.every((one) => one.toLowerCase() === 'false');
  }
  if (!operator.negated || operator.set === 'any') return false;
  const base = operator.base.replace('Not', '');
  return conditionBinding({ ...condition, operator: base }) === 'binds';
}
