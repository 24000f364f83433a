import type { UserContext } from '@aws-sdk/client-sagemaker';
import { textField, text } from '../reply/reply-text.ts';
import type { Observed } from '../../model/observed.ts';

/**
 * ARN of who made or changed something: the Studio user profile where there is one (its role is
 * shared by many), otherwise the IAM identity.
 */
export function userArn(user: UserContext | undefined): Observed<string> {
  return textField(text(user?.UserProfileArn) ?? user?.IamIdentity?.Arn);
}
