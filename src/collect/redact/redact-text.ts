import { sha256 } from '../../model/canonical.ts';
import type { RedactedText, SecretHit } from '../../model/resource/field.ts';
import { isNamedSecret } from './named-secret.ts';
import { secretShapes } from './secret-detector.ts';

/**
 * A script that AWS gives in base64, without its text: hash and size of its bytes, and the lines that
 * look like secrets.
 */
export function redactBase64(script: string): RedactedText {
  return redactText(Buffer.from(script, 'base64'));
}

function redactText(script: Uint8Array): RedactedText {
  const lines = new TextDecoder().decode(script).split('\n');
  return {
    sha256: sha256(script),
    bytes: script.length,
    secrets: lines.flatMap((line, index) => secretsOn(line, index + 1)),
  };
}

/** The detectors that find something on one line of text. */
export function secretsInLine(line: string): readonly string[] {
  const assigned = [...line.matchAll(assignment)];
  const named = assigned.some(([, name = '', value = '']) => isNamedSecret(name, value));
  return named ? [...secretShapes(line), 'named-secret'] : secretShapes(line);
}

/** `NAME=value`, `"name": "value"` and `--name value`; each name is tried from its start only. */
const assignment =
  /(?<![A-Za-z0-9_])([A-Za-z_][A-Za-z0-9_.-]{0,100})["']?(?:\s{0,8}[:=]\s{0,8}|\s{1,8}(?<=--[a-z-]{1,100}\s{1,8}))(["'][^"']{1,500}["']|[^\s"',;]{1,500})/g;

function secretsOn(line: string, number: number): readonly SecretHit[] {
  return secretsInLine(line).map((detector) => ({ at: `line ${number}`, detector }));
}
