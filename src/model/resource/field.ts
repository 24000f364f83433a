/**
 * `stable` fields are part of an item's hash; `volatile` ones (dates of use, passing statuses) are
 * kept beside it, so that two snapshots of an unchanged account hash the same.
 */
export type Stability = 'stable' | 'volatile';

/** Every field of a kind, named once at run time; forgetting one does not compile. */
export type FieldSpec<F> = { readonly [N in keyof F]: Stability };

export type Tags = { readonly [key: string]: string };

export interface VpcConfig {
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
}

export interface Instances {
  readonly type: string;
  readonly count: number;
}

/** A place in S3 that a job reads or writes. */
export interface DataLocation {
  readonly name: string;
  /** As given, e.g. `s3://bucket/prefix`. */
  readonly uri: string;
  /** The object there lists the data, which lies elsewhere. */
  readonly manifest?: true;
}

/** A map of strings whose values are never stored: key names, and which values look like secrets. */
export interface RedactedMap {
  readonly keys: readonly string[];
  readonly secrets: readonly SecretHit[];
}

/** A script that is never stored. */
export interface RedactedText {
  /** SHA-256 (hex) of the text. */
  readonly sha256: string;
  readonly bytes: number;
  readonly secrets: readonly SecretHit[];
}

export interface SecretHit {
  /** Where: a key name, or `line N`. */
  readonly at: string;
  /** The detector, e.g. `aws-access-key-id`. */
  readonly detector: string;
}

export interface Container {
  readonly image: string | null;
  readonly modelDataUrl: string | null;
  readonly modelPackage: string | null;
  /** `Platform` or `Vpc`; null when AWS left it out (then `Platform`). */
  readonly repositoryAccess: string | null;
  readonly environment: RedactedMap;
  /** S3 URI of its code, by the variable SAGEMAKER_SUBMIT_DIRECTORY. */
  readonly codeUri?: string | null;
  /** More weights: adapters, a draft model. This and `codeUri` are undefined in older snapshots. */
  readonly additionalData?: readonly string[];
}
