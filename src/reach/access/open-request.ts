import { prepareRequest, type PreparedRequest } from '../../decide/prepared-request.ts';
import type { AccessQuestion } from './access-question.ts';

/** All requests at once: whatever is not certain is unknown. */
export function openRequest(question: AccessQuestion): PreparedRequest {
  const { set, caller, action, areas, resourceAccount, domainOf } = question;
  const { principal } = caller;
  const bounded = set.boundary !== undefined && 'account' in principal && principal.kind !== 'root';
  return prepareRequest(
    {
      principal,
      action,
      resource: areas.list[0]?.prefix ?? '*',
      resourceAccount,
      context: {
        get: (key) => {
          const domain = domainOf(key);
          if (domain.is === 'fixed') return domain.context.get(key);
          return domain.missing === 'always' ? undefined : 'unknown';
        },
      },
    },
    bounded,
  );
}
