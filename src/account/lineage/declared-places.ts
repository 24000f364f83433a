import { artifactClasses, type ArtifactClass } from '../../model/artifact-class.ts';
import type { Account } from '../account.ts';
import { s3Place } from './s3-place.ts';

export interface DeclaredPlace {
  readonly class: ArtifactClass;
  /** As declared. */
  readonly uri: string;
  /** ARN pattern. */
  readonly place: string;
}

/** The artifacts that the user declares: URIs in S3, ARNs, or names of repositories of the account. */
export function declaredPlaces(account: Account): readonly DeclaredPlace[] {
  return artifactClasses.flatMap((of) =>
    (account.inputs.artifacts[of] ?? []).map((uri) => ({
      class: of,
      uri,
      place: placeOf(account, uri),
    })),
  );
}

function placeOf(account: Account, uri: string): string {
  if (uri.startsWith('arn:')) return uri;
  const repository = `arn:${account.partition}:ecr:*:${account.id}:repository/${uri}`;
  return s3Place(account, uri, 'prefix') ?? repository;
}
