import type { Policy, Statement } from '../../model/policy.ts';

export interface InvertedAllow {
  readonly statement: Statement;
  readonly element: 'NotAction' | 'NotResource';
}

/** Allow statements that grant everything but a list, so that each new action or resource is in. */
export function invertedAllows(policy: Policy): readonly InvertedAllow[] {
  return policy.statements
    .filter((statement) => statement.effect === 'Allow')
    .flatMap((statement) => [
      ...(statement.action.not ? [{ statement, element: 'NotAction' } as const] : []),
      ...(statement.resource?.not === true ? [{ statement, element: 'NotResource' } as const] : []),
    ]);
}
