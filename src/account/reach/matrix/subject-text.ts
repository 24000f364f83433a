import type { CompiledStatement } from '../../../decide/compile-statement.ts';
import { matchPrincipal } from '../../../decide/match-statement.ts';
import { no, yes } from '../../../decide/tri.ts';
import type { AccessQuestion } from '../../../reach/access/access-question.ts';
import { domainText } from '../../../reach/access/domain-text.ts';
import { openRequest } from '../../../reach/access/open-request.ts';
import { variablesIn } from '../../../reach/variables-in.ts';

export interface TextParts {
  /** Of the subject, and any bucket of a class. */
  readonly question: AccessQuestion;
  readonly own: readonly CompiledStatement[];
  readonly others: readonly CompiledStatement[];
  /** Equal for statements that say the same but for their resources. */
  readonly idOf: (statement: CompiledStatement) => number;
}

/**
 * All that an answer follows from beside how resources stand to the bucket: what each statement says,
 * how it names the subject, and what is known of the keys that it asks for.
 */
export function subjectText({ question, own, others, idOf }: TextParts): string {
  const request = openRequest(question);
  const { kind } = request.principal;
  const linked = request.principal.kind === 'role' && request.principal.serviceLinked;
  const texts = [...own, ...others].map((statement) => {
    const named =
      statement.principal === undefined ? undefined : matchPrincipal(statement, request);
    const conditions = statement.conditions.map((condition) => {
      const holds = condition.holds(request.context);
      if (holds === no || holds === yes) return holds;
      return domainText(question.domainOf(condition.key.toLowerCase()));
    });
    const variables = variablesIn(statement).map((key) => domainText(question.domainOf(key)));
    return [idOf(statement), named?.sure, named?.possible, ...conditions, ...variables].join(' ');
  });
  const { identity, boundary } = question.set;
  const unread = [...identity.unread, ...(boundary?.unread ?? [])];
  const layers = [kind, linked, boundary !== undefined, ...unread].join(' ');
  return [layers, ...texts].join('\n');
}
