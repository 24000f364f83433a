import { globsOverlap } from '../../policy/glob.ts';

/**
 * The six parts of a value of `Resource`, wildcards and all; undefined for one that is no complete
 * ARN. `${aws:PrincipalAccount}` is the account of the principal, every other variable may stand for
 * any text: `*`.
 */
export function patternParts(value: string, account: string): readonly string[] | undefined {
  const parts = opened(value.replaceAll('${aws:PrincipalAccount}', account)).split(':');
  return parts.length < 6 ? undefined : [...parts.slice(0, 5), parts.slice(5).join(':')];
}

function opened(value: string): string {
  return value.replaceAll(/\$\{[^{}]*\}/g, '*');
}

/**
 * Whether an ARN that `type` fits, e.g. `arn:*:ecr:*:*:repository/*`, may be meant by the value, part
 * by part. A variable may stand for any text, and an ARN that is not complete goes on with anything.
 */
export function mayMean(value: string, type: string): boolean {
  if (/^\*+$/.test(value)) return true;
  const parts = partsOf(opened(value));
  return partsOf(type).every((part, index) => globsOverlap(part, parts[index] ?? '*'));
}

function partsOf(arn: string): readonly string[] {
  const [one, two, three, four, five, ...rest] = arn.split(':');
  return [one, two, three, four, five, rest.length === 0 ? undefined : rest.join(':')].map(
    (part) => part ?? '*',
  );
}

/** Neither wildcard nor policy variable. */
export function isFixed(text: string): boolean {
  return !/[*?]|\$\{/.test(text);
}
