import type { ContextValue } from '../../decide/context.ts';
import type { Condition, Statement } from '../../model/policy.ts';
import { parseOperator } from '../../policy/operator.ts';
import { touchesAction } from '../fact/action-match.ts';

/** A condition on the tags of SageMaker's resources, and how it is got around by tagging. */
export interface TagLock {
  readonly statement: Statement;
  /** Tag key, as written. */
  readonly tag: string;
  /** What the tag is while the lock holds; undefined: it is not there. */
  readonly locked: ContextValue | undefined;
  /** `locked` stands for a value that depends on the caller. */
  readonly isVariable: boolean;
  /** ARN patterns that the statement is about; `*` for any. */
  readonly resources: readonly string[];
}

const tagKey = /^(?:aws|sagemaker):resourcetag\/(.+)$/i;

/** The locks that a policy's statements put on SageMaker's resources. */
export function tagLocks(statements: readonly Statement[]): readonly TagLock[] {
  return statements
    .filter(({ action }) => touchesAction(action, 'sagemaker:*'))
    .flatMap((statement) =>
      statement.conditions.flatMap((condition) => lockOf(statement, condition) ?? []),
    );
}

function lockOf(statement: Statement, condition: Condition): TagLock | undefined {
  const tag = tagKey.exec(condition.key)?.[1];
  const parsed = parseOperator(condition.operator);
  if (tag === undefined || parsed === undefined) return undefined;
  const [value = ''] = condition.values.map(String);
  const isNull = parsed.base === 'Null';
  // The condition asks for the tag: a value of it, or that it is there.
  const asks = isNull ? value === 'false' : !parsed.negated;
  const opensByTag = asks === (statement.effect === 'Allow');
  const resource = statement.resource;
  return {
    statement,
    tag,
    locked: opensByTag ? undefined : isNull ? 'any' : value,
    isVariable: !opensByTag && (value.includes('${') || /[*?]/.test(value)),
    resources: resource === undefined || resource.not ? ['*'] : resource.values,
  };
}
