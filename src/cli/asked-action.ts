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
