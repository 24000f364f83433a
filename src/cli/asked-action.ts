import { actionFacts, actionsOf } from '../facts/action-facts.ts';
import { serviceNames } from '../facts/service-facts.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { UserError } from '../model/user-error.ts';

/** The action as AWS writes it. Throws `UserError` for one that AWS does not have. */
export function askedAction(text: string): string {
  const facts = actionFacts(text);
  if (facts !== undefined) return facts.action;
  const [service = ''] = text.toLowerCase().split(':');
  const actions = [...actionsOf(service).values()].map(({ action }) => action);
  const near = actions.length > 0 ? didYouMean(text, actions) : didYouMean(service, serviceNames());
  const hint =
    near === undefined ? 'write it as service:Action, e.g. s3:GetObject' : `did you mean ${near}?`;
  throw new UserError(`AWS has no action ${text}; ${hint}`);
}

/** An ARN, `s3://bucket/key`, or `*`. Throws `UserError` for anything else. */
export function askedResource(text: string, partition: string): string {
  const match = /^s3:\/\/([^/]+)(\/.*)?$/s.exec(text);
  if (match !== null) return `arn:${partition}:s3:::${match[1] ?? ''}${match[2] ?? ''}`;
  if (text === '*' || /^arn:[^:]*:[^:]+:[^:]*:[^:]*:.+$/s.test(text)) return text;
  throw new UserError(`${text} is no resource; give an ARN, s3://bucket/key, or * for none`);
}
