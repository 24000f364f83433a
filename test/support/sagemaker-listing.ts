import { present } from '../../src/model/observed.ts';
import { accountId, region } from './build.ts';
import { awsError, type Answers } from './fake-aws.ts';

/** When the resources of these tests were made, as AWS says it and as it is written. */
export const created = new Date('2026-10-01T12:00:00Z');
export const createdAt = present('2026-10-01T12:00:00.000Z');

export const where = { account: accountId, region };

export function sagemakerArn(resource: string): string {
  return `arn:aws:sagemaker:${region}:${accountId}:${resource}`;
}

/** Identity of the resource `one` of an ARN type, e.g. `endpoint-config`. */
export function identityOfOne(kind: string, type: string) {
  return { kind, id: sagemakerArn(`${type}/one`), name: 'one', ...where };
}

export const noTags: Answers = { 'sagemaker:ListTags': { Tags: [] } };

/** Search is denied, so that each resource is read by its own calls; none has tags. */
export const noSearch: Answers = {
  ...noTags,
  'sagemaker:Search': awsError('AccessDeniedException'),
};
