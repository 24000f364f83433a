import type { PreparedRequest } from '../prepared-request.ts';
import { noRules, type ServiceRules } from '../service-rules.ts';
import { no } from '../tri.ts';

/**
 * Whoever pulls from a private registry has signed in before, with credentials of AWS (ECR User
 * Guide, "Private registry authentication"): Principal "*" lets no anonymous caller in.
 */
export function ecrRules({ principal }: PreparedRequest): ServiceRules {
  if (principal.kind !== 'anonymous' && principal.kind !== 'federated') return noRules;
  return { ...noRules, notCut: no, cutText: 'ECR takes no request without credentials' };
}
