import { parseArn } from '../../model/arn.ts';

/** E.g. `role/fraud-training`: type and name, without the path. */
export function nameOf(arn: string): string {
  const [type = '', ...rest] = (parseArn(arn)?.resource ?? arn).split('/');
  return rest.length === 0 ? type : `${type}/${rest.at(-1) ?? ''}`;
}

/** The last part of an ARN. */
export function nameIn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
