import type { Witness } from '../../reach/answer.ts';

/** The request of a witness in words: `anonymous may call s3:GetObject on … with aws:SourceIp 1.2.3.4`. */
export function witnessText({ principal, action, resource, context }: Witness): string {
  const who = typeof principal === 'string' ? callerName(principal) : principal.service;
  const carried = Object.entries(context).map(([key, value]) => `${key} ${String(value)}`);
  const carries = carried.length === 0 ? '' : ` with ${carried.join(', ')}`;
  return `${who} may call ${action} on ${resource}${carries}`;
}

/** The role that stands for everybody of an account is none that anybody could look up. */
function callerName(principal: string): string {
  const [, account] = /^arn:[^:]*:iam::(\d{12}):role\/leastwise-witness$/.exec(principal) ?? [];
  if (principal === 'anonymous') return 'an anonymous caller';
  return account === undefined ? principal : `somebody of account ${account}`;
}
