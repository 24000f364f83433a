import { artifactClasses } from '../../model/artifact-class.ts';
import type { Account } from '../account.ts';
import type { Artifact, Artifacts, ArtifactUse } from './artifact.ts';
import { declaredPlaces } from './declared-places.ts';
import { outermost } from './outermost.ts';
import { settledWorks } from './settled-works.ts';
import { worksOf } from './works-of.ts';

const known = new WeakMap<Account, Artifacts>();

/**
 * Every place with artifacts that SageMaker's objects and the declarations tell of, sorted. A place
 * inside another of its class is not listed by itself: its uses are those of the outer one. Jobs
 * count as far back as the snapshot lists them.
 */
export function artifactsOf(account: Account): Artifacts {
  const artifacts = known.get(account) ?? {
    list: listArtifacts(account),
    missing: worksOf(account)
      .holes.filter(({ classes }) => classes.length > 0)
      .map(({ missing }) => missing),
  };
  known.set(account, artifacts);
  return artifacts;
}

/** A place of a class, and one use of it, or that it is declared. */
interface Claim extends Pick<Artifact, 'class' | 'resource' | 'uri'> {
  readonly use: ArtifactUse | undefined;
}

function listArtifacts(account: Account): readonly Artifact[] {
  const claims = [...declaredClaims(account), ...usedClaims(account)];
  return artifactClasses.flatMap((of) => placesOf(claims.filter((claim) => claim.class === of)));
}

function placesOf(claims: readonly Claim[]): readonly Artifact[] {
  const outer = outermost(claims.map(({ resource }) => resource));
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const place = outer(claim.resource);
    const group = groups.get(place) ?? [];
    group.push(claim);
    groups.set(place, group);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([resource, group]) => {
      const named = group.find((claim) => claim.resource === resource);
      return named === undefined ? [] : [artifactOf(named, group)];
    });
}

function artifactOf({ class: of, resource, uri }: Claim, claims: readonly Claim[]): Artifact {
  const uses = new Map(
    claims.flatMap(({ use }) =>
      use === undefined ? [] : [[`${use.resource} ${use.how} ${use.role ?? ''}`, use] as const],
    ),
  );
  const declared = claims.some(({ use }) => use === undefined);
  return { class: of, resource, uri, uses: [...uses.values()], declared };
}

function declaredClaims(account: Account): readonly Claim[] {
  return declaredPlaces(account).map(({ class: of, place, uri }) => ({
    class: of,
    resource: place,
    uri,
    use: undefined,
  }));
}

function usedClaims(account: Account): readonly Claim[] {
  return settledWorks(account).flatMap(({ subject, role, uses }) =>
    uses.flatMap(({ class: of, place, uri, how }) => {
      if (of === undefined) return [];
      const use = { resource: subject.id, kind: subject.kind, how, role };
      return [{ class: of, resource: place, uri, use }];
    }),
  );
}
