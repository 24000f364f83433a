import { given, type Observed } from '../../model/observed.ts';
import { required } from './observe.ts';
import { isoDate, replyField } from './reply.ts';

/** A text member; SageMaker says "no key" by the empty string in `OutputDataConfig.KmsKeyId`. */
export function text(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}

/** A text that AWS leaves out when there is none. */
export function textField(value: string | undefined): Observed<string> {
  return given(text(value));
}

/** A text that AWS always sends: without it the field is an error, never "none". */
export function requiredText(
  call: string,
  value: string | undefined,
  member: string,
): Observed<string> {
  return replyField(call, () => required(text(value), member));
}

/** `CreationTime`, which every reply about a SageMaker resource carries. */
export function creationTime(call: string, date: Date | undefined): Observed<string> {
  return replyField(call, () => isoDate(date, 'CreationTime'));
}
