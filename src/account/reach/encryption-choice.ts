import type { ContextValue } from '../../decide/context.ts';
import type { Account } from '../account.ts';
import { keyOfObject } from '../access/key-of-object.ts';
import type { Place } from './places.ts';
import type { ReachQuestion } from './reach-answer.ts';

const algorithm = 's3:x-amz-server-side-encryption';
const keyId = `${algorithm}-aws-kms-key-id`;
const ofCustomer = `${algorithm}-customer-algorithm`;

/** One way to make the call. */
export interface EncryptionChoice {
  readonly question: ReachQuestion;
  /** What of the question's context the caller chose; part of every witness. */
  readonly chosen: { readonly [key: string]: ContextValue };
  /** Why something beside the permission itself may be needed. */
  readonly unknown?: string;
}

/**
 * Whoever writes an object may leave it to the bucket how it is encrypted, or choose keys of S3 itself,
 * a key of KMS or one of his own (S3 API, PutObject); the bucket's policy may keep him from it. One
 * way alone for other actions, and where the question says it.
 */
export function encryptionChoices(
  account: Account,
  question: ReachQuestion,
  { side }: Place,
): readonly [EncryptionChoice, ...EncryptionChoice[]] {
  const { action, context = {}, without = [] } = question;
  const isSaid = [...Object.keys(context), ...without].some((key) =>
    key.toLowerCase().startsWith(algorithm),
  );
  if (action.toLowerCase() !== 's3:putobject' || isSaid || side.bucket === undefined) {
    return [{ question, chosen: {} }];
  }
  const choice = (chosen: EncryptionChoice['chosen'], unknown?: string): EncryptionChoice => {
    const rest = [algorithm, keyId, ofCustomer].filter((key) => !Object.hasOwn(chosen, key));
    return {
      question: { ...question, context: { ...context, ...chosen }, without: [...without, ...rest] },
      chosen,
      ...(unknown !== undefined && { unknown }),
    };
  };
  const usual = keyOfObject(account, side, action);
  const another = `arn:${account.partition}:kms:${side.region}:${account.id}:key/another`;
  const byKms = (key: string, unknown?: string) =>
    ['aws:kms', 'aws:kms:dsse'].map((one) => choice({ [algorithm]: one, [keyId]: key }, unknown));
  return [
    choice({}),
    choice({ [algorithm]: 'AES256' }),
    ...(usual.is === 'key' ? byKms(usual.key.key) : []),
    choice({ [ofCustomer]: 'AES256' }, 'the bucket may refuse keys that the caller brings along'),
    ...byKms(another, 'the caller may have it encrypted with another key that he may use'),
  ];
}
