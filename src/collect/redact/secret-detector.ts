/**
 * Shapes of credentials, by the name under which a hit is reported. They flag, they do not prove:
 * a hit is for a person to look at, and the text itself is never stored.
 */
const shapes = {
  'aws-access-key-id': /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b/,
  'aws-secret-access-key':
    /secret_?(?:access_?)?key["']?\s{0,4}[:=]\s{0,4}["']?[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/i,
  'private-key': /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----/,
  'github-token': /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22})/,
  'gitlab-token': /\bglpat-[A-Za-z0-9_-]{20}/,
  'slack-token': /\bxox[abeoprs]-[A-Za-z0-9-]{10}/,
  'slack-webhook': /hooks\.slack\.com\/services\/[A-Za-z0-9/]{20}/,
  'json-web-token': /\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8}/,
  'hugging-face-token': /\bhf_[A-Za-z0-9]{30}/,
  'openai-key': /\bsk-(?:[a-z]{1,10}-)?[A-Za-z0-9_-]{20}/,
  'google-api-key': /\bAIza[A-Za-z0-9_-]{35}/,
  // A password that starts with $, { or < is a placeholder: `https://user:${TOKEN}@host`.
  'password-in-url':
    /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"']{0,100}:[^\s/@$<{"'][^\s/@"']{0,200}@/i,
} as const satisfies Record<string, RegExp>;

export type ShapeDetector = keyof typeof shapes;

/** The detectors that find something in `text`. */
export function secretShapes(text: string): readonly ShapeDetector[] {
  return shapeNames.filter((name) => shapes[name].test(text));
}

const shapeNames = Object.keys(shapes) as readonly ShapeDetector[];

/** A lone AWS secret key: 40 characters of base64 with all classes, so no hex digest. */
export function looksLikeSecretKey(value: string): boolean {
  const right = /^[A-Za-z0-9/+]{40}$/.test(value);
  return right && /[A-Z]/.test(value) && /[a-z]/.test(value) && /[0-9]/.test(value);
}
