import { formatArn } from '../../model/arn.ts';
import { derivedId } from './derived-id.ts';
import { dateForms, relativeDate } from './relative-date.ts';
import { suggest, type Problems } from '../../yaml/problems.ts';
import type { PolicyFile, TagsFile } from './account-file.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { YamlPath } from '../../yaml/yaml-source.ts';

/** What every part of an account file is read with. */
export interface Loading {
  readonly account: string;
  readonly partition: string;
  readonly regions: readonly string[];
  readonly now: Date;
  /** Where the account stands in the file. */
  readonly path: YamlPath;
  readonly problems: Problems;
}

export function arnIn(
  loading: Loading,
  service: string,
  { region = '', resource }: { readonly region?: string; readonly resource: string },
): string {
  const { partition, account } = loading;
  return formatArn({ partition, service, region, account, resource });
}

/** The date in the file; where there is none, one in the days before now that `seed` picks. */
export function dateOf(
  loading: Loading,
  at: { readonly path: YamlPath; readonly text: string | undefined },
  otherwise: { readonly seed: string; readonly days: readonly [number, number] },
): Date {
  const date = at.text === undefined ? undefined : relativeDate(at.text, loading.now);
  if (date !== undefined) return date;
  if (at.text !== undefined) {
    loading.problems.add(at.path, `"${at.text}" is not a date; write ${dateForms}`);
  }
  const [from, to] = otherwise.days;
  const age = from + derivedId.fraction(`date ${otherwise.seed}`) * (to - from);
  return new Date(Math.floor(loading.now.getTime() / 1000 - age * 86_400) * 1000);
}

/** CreateDate of an IAM entity. */
export function createDate(
  loading: Loading,
  entity: { readonly created?: string },
  { arn, path }: { readonly arn: string; readonly path: YamlPath },
): string {
  const at = { path: [...path, 'created'], text: entity.created };
  return isoDate(dateOf(loading, at, { seed: arn, days: [120, 900] }));
}

/** ISO-8601 without milliseconds, as IAM and S3 write it. */
export function isoDate(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

export function epochSeconds(date: Date): number {
  return date.getTime() / 1000;
}

/** The region of something, which must be one of the account's; the first where none is given. */
export function regionOf(loading: Loading, given: string | undefined, path: YamlPath): string {
  const region = given ?? loading.regions[0] ?? '';
  if (!loading.regions.includes(region)) {
    const mend = suggest(region, loading.regions);
    loading.problems.add(path, `"${region}" is not one of the account's regions; ${mend}`);
  }
  return region;
}

/** The whole document of a policy that may be given as statements alone. */
export function policyDocument(policy: PolicyFile): JsonObject {
  return isStatements(policy) ? { Version: '2012-10-17', Statement: policy } : policy;
}

function isStatements(policy: PolicyFile): policy is readonly JsonObject[] {
  return Array.isArray(policy);
}

/** Tags as most services write them. */
export function tagList(tags: TagsFile | undefined): readonly JsonObject[] {
  return Object.entries(tags ?? {}).map(([Key, Value]) => ({ Key, Value }));
}

/** Entries of a map of the file; null stands for an entry without members. */
export function entriesOf<T extends object>(
  map: { readonly [name: string]: T | null } | null | undefined,
): readonly (readonly [string, Partial<T>])[] {
  return Object.entries(map ?? {}).map(([name, value]) => [name, value ?? {}]);
}

/** A member that holds text; anything else counts as empty. */
export function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
