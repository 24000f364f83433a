import { sha256 } from '../../model/canonical.ts';
import type { JsonValue } from '../../model/json.ts';
import { present, type Observed } from '../../model/observed.ts';
import type { PolicyText } from '../../model/policy.ts';

/**
 * A policy document out of a reply of `call`. IAM sends documents URL-encoded (RFC 3986, so `+` is
 * a plus) and the SDK leaves them so; S3 and KMS send plain JSON. Each text is taken by what it is.
 * A text that is no JSON is an error, never "no policy".
 */
export function policyText(text: string, call: string): Observed<PolicyText> {
  try {
    const decoded = text.trimStart().startsWith('{') ? text : decodeURIComponent(text);
    // JSON.parse gives a JSON value by definition.
    return present({ document: JSON.parse(decoded) as JsonValue, sha256: sha256(decoded) });
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof URIError)) throw error;
    return { state: 'error', call, code: 'UnparsablePolicy', message: error.message };
  }
}

/** The same for a text that was observed. */
export function observedPolicyText(text: Observed<string>, call: string): Observed<PolicyText> {
  return text.state === 'present' ? policyText(text.value, call) : text;
}
