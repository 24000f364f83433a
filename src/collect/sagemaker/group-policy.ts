import { absent, type Observed } from '../../model/observed.ts';
import type { PolicyText } from '../../model/policy.ts';
import { CallError } from '../call/call-error.ts';
import type { Aws } from '../collector.ts';
import { required, problemOf } from '../reply/observe.ts';
import { policyText } from '../reply/policy-text.ts';

const call = 'sagemaker:GetModelPackageGroupPolicy';

/**
 * The resource policy of a model package group. AWS says "no policy" and "no such group" by the
 * same ValidationException; only the messages tell them apart, as AWS's own CloudFormation handler
 * does (`Cannot find resource policy for: …` and `Cannot find Model Package Group: …`). Any other
 * failure is one: never "no policy".
 */
export async function groupPolicy(aws: Aws, group: string): Promise<Observed<PolicyText>> {
  try {
    const { ResourcePolicy } = await aws.call(call, { ModelPackageGroupName: group });
    return policyText(required(ResourcePolicy, 'ResourcePolicy'), call);
  } catch (error) {
    if (!(error instanceof CallError)) return problemOf(error, call);
    if (/cannot find resource policy/i.test(error.message)) return absent;
    const gone = /cannot find model ?package ?group/i.test(error.message);
    return gone ? { state: 'gone', call, code: error.code } : error.unread;
  }
}
