import type { ErrorObject } from 'ajv';

/** One line on the first thing that is wrong with a case. */
export function whatIsWrong(error: ErrorObject | undefined): string {
  if (error === undefined) return 'not a case';
  const place = error.instancePath === '' ? 'the case' : error.instancePath;
  const allowed = error.params['allowedValues'] as unknown;
  const list = Array.isArray(allowed) ? `: ${allowed.join(', ')}` : '';
  const member = error.params['additionalProperty'] as unknown;
  const which = typeof member === 'string' ? ` (${JSON.stringify(member.slice(0, 100))})` : '';
  return `${place}: ${error.message ?? 'not as it should be'}${list}${which}`;
}
