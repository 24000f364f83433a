import type { Account } from '../account/account.ts';
import { artifactsOf } from '../account/lineage/artifacts-of.ts';
import { notCollected } from '../model/observed.ts';
import { globCovers } from '../policy/glob.ts';
import type { ArtifactSpec } from './contract.ts';
import { executedWork } from './executed-work.ts';
import { keyPlaces } from './key-places.ts';
import { parsePlace, type NamedPlace } from './named-place.ts';
import { objectPlaces } from './object-places.ts';
import { joinPlaces, nowhere, type Places } from './place.ts';
import { sageMakerPlaces } from './sagemaker-places.ts';

/**
 * Where an artifact is in the account. Whatever is named and not found is missing, and so is an
 * artifact that is nowhere: of nothing, anything holds.
 */
export function artifactPlaces(account: Account, name: string, spec: ArtifactSpec): Places {
  const found = joinPlaces([placesOf(account, spec)]);
  if (found.list.length > 0 || found.missing.length > 0) return found;
  const why = notCollected('nothing in the account is such an artifact');
  const mend = `correct "${name}" in the contract, or remove it`;
  return { ...found, missing: [{ what: `artifact ${name}`, why, mend }] };
}

function placesOf(account: Account, spec: ArtifactSpec): Places {
  switch (spec.by) {
    case 'is':
      return joinPlaces(spec.places.map((place) => named(account, place)));
    case 'class': {
      const { list, missing } = artifactsOf(account);
      const patterns = list
        .filter((one) => spec.classes.includes(one.class))
        .map(({ resource }) => resource);
      return joinPlaces([found(account, patterns), { list: [], missing }]);
    }
    case 'lineage': {
      const { list, missing } = executedWork(account, spec);
      const patterns = list.flatMap((one) => one[spec.how]);
      return joinPlaces([found(account, patterns), { list: [], missing }]);
    }
  }
}

/** ARN patterns that SageMaker's objects tell of; one that another covers says nothing more. */
function found(account: Account, patterns: readonly string[]): Places {
  const all = [...new Set(patterns)];
  const widest = all.filter((one) => !all.some((other) => other !== one && globCovers(other, one)));
  return joinPlaces(
    widest.map((pattern) => {
      const place = parsePlace(pattern);
      if (place !== undefined) return named(account, place);
      const why = notCollected('it is not known what one can do with it');
      return { list: [], missing: [{ what: pattern, why }] };
    }),
  );
}

function named(account: Account, place: NamedPlace): Places {
  switch (place.is) {
    case 'objects':
      return objectPlaces(account, place);
    case 'key':
      return keyPlaces(account, place.reference);
    case 'repository':
      return place.account === account.id
        ? { list: [{ type: 'repository', resource: place.arn }], missing: [] }
        : foreign(place.arn);
    case 'sagemaker':
      return sageMakerPlaces(account, place);
  }
}

function foreign(resource: string): Places {
  const why = notCollected('it belongs to another account, whose policies are not known');
  return { ...nowhere, missing: [{ what: resource, why }] };
}
