import type { CompiledPolicySet } from './compile-policy-set.ts';
import { ecrRules } from './ecr/rules.ts';
import { kmsRules } from './kms/rules.ts';
import type { PreparedRequest } from './prepared-request.ts';
import { s3Rules } from './s3/rules.ts';
import { noRules, type ServiceRules } from './service-rules.ts';
import { stsRules } from './sts/rules.ts';

export function rulesOfService(set: CompiledPolicySet, request: PreparedRequest): ServiceRules {
  switch (request.service) {
    case 's3':
      return s3Rules(set, request);
    case 'kms':
      return kmsRules(set, request);
    case 'ecr':
      return ecrRules(request);
    case 'sts':
      return stsRules(request);
    default:
      return noRules;
  }
}
