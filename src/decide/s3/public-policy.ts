import type { Statement } from '../../model/policy.ts';
import { statementBinding } from '../../policy/binding/binding.ts';
import { namesEveryone } from '../../policy/binding/everyone.ts';
import type { ParsedPolicy } from '../../policy/parse-policy.ts';
import { maybe, no, yes, type Tri } from '../tri.ts';

export interface PublicPerS3 {
  readonly public: Tri;
  /** The statements that make it so, or may. */
  readonly statements: readonly Statement[];
}

/**
 * Whether S3 itself would call a policy public: an Allow that grants access to anything but fixed
 * values (S3 User Guide, "The meaning of public"). Syntactic; whether S3 weighs a Deny is not
 * documented, so none counts. Who can really get in is another question.
 */
export function isPublicPerS3({ policy, oddities }: ParsedPolicy): PublicPerS3 {
  const verdicts = policy.statements
    .filter((one) => one.effect === 'Allow')
    .map((statement) => ({ statement, public: isPublicStatement(statement) }));
  const open = verdicts.filter((one) => one.public === yes);
  if (open.length > 0) return { public: yes, statements: open.map((one) => one.statement) };
  const unclear = verdicts.filter((one) => one.public === maybe);
  const sure = unclear.length === 0 && oddities.length === 0;
  return { public: sure ? no : maybe, statements: unclear.map((one) => one.statement) };
}

function isPublicStatement(statement: Statement): Tri {
  const { principal } = statement;
  // "Federated": "graph.facebook.com" is an example of S3's own for a public policy.
  const provider = principal?.federated.some((name) => !name.startsWith('arn:')) === true;
  if (!namesEveryone(principal) && !provider) return no;
  switch (statementBinding(statement)) {
    case 'binds':
      return no;
    case 'open':
      return yes;
    case 'unclear':
      return maybe;
  }
}
