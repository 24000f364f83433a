import type { Condition, Statement } from '../../model/policy.ts';
import { hasWildcard } from '../../policy/binding/arn-account.ts';
import { conditionBinding, type Binding } from '../../policy/binding/binding.ts';
import { namesEveryone } from '../../policy/binding/everyone.ts';
import { firmConditions } from '../../policy/binding/firm-conditions.ts';
import { parseOperator } from '../../policy/operator.ts';
import type { ParsedPolicy } from '../../policy/parse-policy.ts';
import { maybe, no, yes, type Tri } from '../tri.ts';

export interface PublicPerS3 {
  readonly public: Tri;
  /** The statements that make it so, or may. */
  readonly statements: readonly Statement[];
}

/** What a policy hangs on: S3 reads one condition key differently for access points. */
export type HolderOfPolicy = 'bucket' | 'access-point';

/**
 * Whether S3 itself would call a policy public: an Allow that grants access to anything but fixed
 * values (S3 User Guide, "The meaning of public"). Syntactic; whether S3 weighs a Deny is not
 * documented, so none counts. Who can really get in is another question.
 */
export function isPublicPerS3(
  { policy, oddities }: ParsedPolicy,
  holder: HolderOfPolicy = 'bucket',
): PublicPerS3 {
  const verdicts = policy.statements
    .filter((one) => one.effect === 'Allow')
    .map((statement) => ({ statement, public: isPublicStatement(statement, holder) }));
  const open = verdicts.filter((one) => one.public === yes);
  if (open.length > 0) return { public: yes, statements: open.map((one) => one.statement) };
  const unclear = verdicts.filter((one) => one.public === maybe);
  const sure = unclear.length === 0 && oddities.length === 0;
  return { public: sure ? no : maybe, statements: unclear.map((one) => one.statement) };
}

function isPublicStatement(statement: Statement, holder: HolderOfPolicy): Tri {
  const { principal } = statement;
  // "Federated": "graph.facebook.com" is an example of S3's own for a public policy.
  const provider = principal?.federated.some((name) => !name.startsWith('arn:')) === true;
  if (!namesEveryone(principal) && !provider) return no;
  const each = firmConditions(statement).map((one) => bindingPerS3(one, holder));
  if (each.includes('binds')) return no;
  return each.includes('unclear') ? maybe : yes;
}

/** Keys that keep strangers out, but are not among those that the guide lists. */
const unlisted: ReadonlySet<string> = new Set(['aws:sourceorgid', 'aws:sourceorgpaths']);

/**
 * Where a condition keeps strangers out, S3 may still call the policy public: its rule asks for
 * values without wildcards. Whether it sees that `role/*` of one account, or a role's `AROA…:*`, is
 * narrow all the same, the guide does not say.
 */
function bindingPerS3(condition: Condition, holder: HolderOfPolicy): Binding {
  const key = condition.key.toLowerCase();
  if (key === 's3:x-amz-server-side-encryption-aws-kms-key-id') return keyIdBinding(condition);
  const binding = conditionBinding(condition);
  if (binding !== 'binds') return binding;
  const wild = condition.values.some(hasWildcard);
  if (key === 's3:dataaccesspointarn') {
    if (holder === 'bucket') return 'binds';
    // Of a set of access points the guide says that it is public; of a single one it says nothing.
    return wild ? 'open' : 'unclear';
  }
  return wild || unlisted.has(key) ? 'unclear' : 'binds';
}

/** A fixed key id keeps no stranger out, but is on S3's list. */
function keyIdBinding(condition: Condition): Binding {
  const operator = parseOperator(condition.operator);
  const binding = conditionBinding(condition);
  if (binding === 'open' || operator === undefined) return binding;
  if (!/^(String|Arn)/.test(operator.base) || condition.values.length === 0) return 'unclear';
  return condition.values.some(hasWildcard) ? 'open' : 'binds';
}
