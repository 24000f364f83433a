import { basename } from 'node:path';
import { canonicalJson, sha256 } from '../../model/canonical.ts';
import type { JsonValue } from '../../model/json.ts';
import { notCollected } from '../../model/observed.ts';
import { kinds, ofKind, type Kind, type Resource } from '../../model/resource.ts';
import type { Manifest } from '../../model/snapshot.ts';
import { UserError } from '../../model/user-error.ts';
import { createJournal } from '../../snapshot/journal.ts';
import type { Plan } from '../../snapshot/plan.ts';
import { publishSnapshot } from '../../snapshot/publish.ts';
import type { UniverseClaim } from '../../snapshot/unit-writer.ts';
import { authorizationKinds } from '../iam/authorization.ts';
import { detailsPages, type JsonFile } from './details-pages.ts';
import { FileValue } from './file-value.ts';
import { importedIam, notImported } from './imported-iam.ts';
import { importedBucket, importedKey, type NamedPolicyFile } from './imported-resource.ts';
import type { ListGaps } from './list-gaps.ts';
import { whoseAccount, type Owner } from './whose-account.ts';

/** What to make a snapshot of, read but not yet understood. */
export interface ImportRequest {
  /** Directory of the snapshot to be. */
  readonly out: string;
  /** Authorisation details; pages one after the other. */
  readonly iam: readonly JsonFile[];
  readonly bucketPolicies: readonly NamedJson[];
  readonly keyPolicies: readonly NamedJson[];
  /** Twelve digits; null: what the ARNs say. */
  readonly account: string | null;
  /** Where keys are that are named by their id. */
  readonly region: string | null;
}

/** The policy of a bucket or key, as a file holds it. */
export interface NamedJson {
  readonly name: string;
  readonly file: string;
  readonly value: JsonValue;
}

export interface ImportEnvironment {
  readonly tool: Plan['tool'];
  readonly runId: string;
  /** ISO-8601; files do not say when they were written. */
  readonly now: string;
}

/**
 * Makes a snapshot of what files hold of an account. Everything else is not collected, so that
 * nothing can be concluded from its absence. Nothing is written before all is understood. Throws
 * `UserError` with file, place and mend.
 */
export async function importAccount(
  request: ImportRequest,
  environment: ImportEnvironment,
): Promise<Manifest> {
  const understood = understand(request);
  const { owner, resources, gaps } = understood;
  const plan = planOf(request, environment, understood);
  const journal = createJournal(request.out, plan);
  const unit = { name: 'import@files', account: owner.account, region: 'global' };
  const writer = journal.begin(unit, () => environment.now);
  for (const resource of resources) writer.resource(resource);
  for (const kind of kinds) writer.universe({ ...claimOf(kind, gaps), account: owner.account });
  await writer.commit();
  return publishSnapshot(request.out, journal, { ...plan, finishedAt: environment.now });
}

interface Understood {
  readonly owner: Owner;
  readonly resources: readonly Resource[];
  readonly gaps: ListGaps;
}

function understand({ account, region, ...files }: ImportRequest): Understood {
  const pages = files.iam.flatMap(detailsPages);
  const buckets = files.bucketPolicies.map(namedPolicy);
  const keys = files.keyPolicies.map(namedPolicy);
  const owner = whoseAccount(pages, keys.flatMap(arnOfKey), account);
  const iam = importedIam(owner.account, pages);
  const resources = [
    ...iam.resources,
    ...buckets.map((one) => importedBucket(owner, one)),
    ...keys.map((one) => importedKey({ owner, region }, one)),
  ];
  refuseTwins(resources);
  return { owner, resources, gaps: iam.gaps };
}

function namedPolicy({ name, file, value }: NamedJson): NamedPolicyFile {
  return { name, policy: new FileValue(value, file, '') };
}

/** A key by its ARN says whose it is; the account's ARNs must agree with it. */
function arnOfKey({ name }: NamedPolicyFile): readonly FileValue[] {
  return name.startsWith('arn:') ? [new FileValue(name, '--key-policy', name)] : [];
}

function refuseTwins(resources: readonly Resource[]): void {
  const seen = new Set<string>();
  for (const { id } of resources) {
    if (seen.has(id)) throw new UserError(`${id} is given two policies; leave one out`);
    seen.add(id);
  }
}

/** The lists of the files end as the files say; no other list was read. */
function claimOf(kind: Kind, gaps: ListGaps): Omit<UniverseClaim, 'account'> {
  const region = 'global';
  if (!isAuthorizationKind(kind)) return { kind, region, end: 'skipped', problem: notImported };
  const why = gaps[kind];
  if (why === undefined) return { kind, region, end: 'complete' };
  return { kind, region, end: 'truncated', problem: notCollected(why) };
}

function isAuthorizationKind(kind: Kind): kind is (typeof authorizationKinds)[number] {
  const listed: readonly Kind[] = authorizationKinds;
  return listed.includes(kind);
}

function planOf(
  request: ImportRequest,
  { tool, runId, now }: ImportEnvironment,
  { owner, resources }: Understood,
): Plan {
  const names = request.iam.map(({ file }) => basename(file));
  const regions = ofKind(resources, 'kms.key').map((key) => key.region);
  return {
    ...{ tool, runId, startedAt: now, ...owner },
    caller: 'nobody: imported from files',
    regions: [...new Set(regions)].sort(),
    regionScope: 'named',
    kinds: [...kinds].sort(),
    jobsSince: now,
    endpointOverride: `imported from ${names.join(', ')}`,
    allowList: sha256(canonicalJson([])),
    sdk: {},
  };
}
