import type { JsonValue } from '../model/json.ts';
import { parseDocument } from '../policy/parse-policy.ts';
import type { CasePolicies, CaseSettings } from './case.ts';
import type { PolicySet, SourcedPolicy } from './policy-set.ts';
import type { Settings } from './settings.ts';

/** The documents of a case, parsed; each is called by its place in the case, e.g. `scp[0][1]`. */
export function policySetOf(policies: CasePolicies): PolicySet {
  const { identity = [], boundary, session, scp, rcp, endpoint, resource } = policies;
  return {
    identity: readList('identity', identity),
    ...(boundary && { boundary: readList('boundary', boundary) }),
    ...(session && { session: readList('session', session) }),
    ...(scp && { scp: readLevels('scp', scp) }),
    ...(rcp && { rcp: readLevels('rcp', rcp) }),
    ...(endpoint && { endpoint: readList('endpoint', endpoint) }),
    ...(resource !== undefined && { resource: readOne('resource', resource) }),
  };
}

/** The settings of a case; the schema has proven their shape. */
export function settingsOf(settings: CaseSettings): Settings {
  const { s3, kms } = settings;
  return {
    ...(s3 && { s3: { ...s3, ...bucketBehind(s3['bucketBehind']) } }),
    ...(kms && { kms: { ...kms, ...grantsOf(kms['grants']) } }),
  };
}

function bucketBehind(given: unknown): NonNullable<Settings['s3']> {
  if (given === undefined) return {};
  const { arn, policy } = given as { readonly arn: string; readonly policy?: JsonValue };
  const read = policy === undefined ? {} : { policy: readOne('bucket policy', policy) };
  return { bucketBehind: { arn, ...read } };
}

/** What a grant of a case leaves out is not there. */
function grantsOf(given: unknown): NonNullable<Settings['kms']> {
  if (given === undefined) return {};
  const grants = given as NonNullable<NonNullable<Settings['kms']>['grants']>;
  const empty = { id: '', retiring: null, issuer: null };
  const open = { encryptionContextEquals: null, encryptionContextSubset: null };
  return { grants: grants.map((grant) => ({ ...empty, ...open, ...grant })) };
}

function readLevels(
  name: string,
  levels: readonly (readonly JsonValue[])[],
): readonly (readonly SourcedPolicy[])[] {
  return levels.map((level, index) => readList(`${name}[${String(index)}]`, level));
}

function readList(name: string, documents: readonly JsonValue[]): readonly SourcedPolicy[] {
  return documents.map((document, index) => readOne(`${name}[${String(index)}]`, document));
}

function readOne(name: string, document: JsonValue): SourcedPolicy {
  return { name, ...parseDocument(document) };
}
