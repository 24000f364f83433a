import type { RedactedMap, SecretHit } from '../../model/resource/field.ts';
import { isNamedSecret } from './named-secret.ts';
import { secretsInLine } from './redact-text.ts';
import { looksLikeSecretKey } from './secret-detector.ts';

/**
 * Environment variables or hyperparameters without their values: sorted key names, and which values
 * look like secrets. A missing map is an empty one.
 */
export function redactMap(map: Readonly<Record<string, string>> | undefined): RedactedMap {
  const keys = Object.keys(map ?? {}).sort();
  return { keys, secrets: keys.flatMap((key) => secretsAt(key, map?.[key] ?? '')) };
}

function secretsAt(key: string, value: string): readonly SecretHit[] {
  const detectors = new Set<string>(secretsInLine(value));
  if (looksLikeSecretKey(value)) detectors.add('aws-secret-access-key');
  if (isNamedSecret(key, value)) detectors.add('named-secret');
  return [...detectors].map((detector) => ({ at: key, detector }));
}
