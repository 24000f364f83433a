import type { Condition, Policy, Statement } from '../../model/policy.ts';
import { parseOperator } from '../../policy/operator.ts';
import { globCovers } from '../../policy/glob.ts';
import { hasWildcard } from '../../policy/binding/arn-account.ts';
import { coversActions } from './action-match.ts';

/** What requests over plain HTTP are still let through to. */
export interface PlainHttp {
  readonly bucketDenied: boolean;
  readonly objectsDenied: boolean;
}

/**
 * Which of the bucket and its objects a policy closes to plain HTTP: a Deny of every S3 action for
 * everybody whose only condition is `aws:SecureTransport` being false. `bucketArn` is the bucket's.
 */
export function plainHttpDenials(policy: Policy, bucketArn: string): PlainHttp {
  const denials = policy.statements.filter(deniesAllOverHttp);
  return {
    bucketDenied: denials.some((one) => coversResource(one, bucketArn)),
    objectsDenied: denials.some((one) => coversResource(one, `${bucketArn}/*`)),
  };
}

/** True iff the policy closes the bucket and all its objects to plain HTTP. */
export function deniesPlainHttp(policy: Policy, bucketArn: string): boolean {
  const { bucketDenied, objectsDenied } = plainHttpDenials(policy, bucketArn);
  return bucketDenied && objectsDenied;
}

function deniesAllOverHttp(statement: Statement): boolean {
  const { effect, principal, action, conditions } = statement;
  const [condition, ...others] = conditions;
  if (effect !== 'Deny' || principal === undefined || condition === undefined) return false;
  const everyone = !principal.not && (principal.everyone || principal.aws.includes('*'));
  return everyone && coversActions(action, 's3:*') && others.length === 0 && isPlain(condition);
}

/** The key is in every request, so `BoolIfExists` denies the same requests here as `Bool`. */
function isPlain(condition: Condition): boolean {
  const operator = parseOperator(condition.operator);
  return (
    operator?.base === 'Bool' &&
    operator.set === 'none' &&
    condition.key.toLowerCase() === 'aws:securetransport' &&
    condition.values.some((value) => value.toLowerCase() === 'false')
  );
}

function coversResource(statement: Statement, resource: string): boolean {
  const element = statement.resource;
  if (element === undefined || element.not) return false;
  return element.values.some((value) => !hasVariable(value) && globCovers(value, resource));
}

function hasVariable(value: string): boolean {
  return hasWildcard(value.replaceAll(/[*?]/g, ''));
}
