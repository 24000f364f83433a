import { derivedId } from './derived-id.ts';
import { sectionFacts } from './sagemaker-section.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Loading } from './loading.ts';
import type { Section } from './describe-members.ts';
import type { YamlPath } from '../../yaml/yaml-source.ts';

export interface ObjectName {
  /** As `SandboxObject.name`. */
  readonly name: string;
  /** Resource part of the ARN; SageMaker writes names in it in small letters. */
  readonly resource: string;
  /** Members of the reply that follow from the name. */
  readonly members: JsonObject;
}

/**
 * What an object is called, from its name in the file. User profiles and spaces are `domain/name`,
 * versioned model packages `group/version`.
 */
export function nameObject(
  loading: Loading,
  {
    section,
    name,
    given,
  }: {
    readonly section: Section;
    readonly name: string;
    readonly given: JsonObject;
  },
  place: { readonly path: YamlPath; readonly region: string },
): ObjectName {
  const facts = sectionFacts[section];
  if (section === 'domains') {
    const id =
      typeof given['DomainId'] === 'string'
        ? given['DomainId']
        : domainId(loading, name, place.region);
    return { name: id, resource: `domain/${id}`, members: { DomainId: id, DomainName: name } };
  }
  if (section === 'modelPackages') return packageName(name);
  if (facts.inDomain !== true) {
    const members = { [facts.name]: name };
    return { name, resource: `${facts.resource}/${name.toLowerCase()}`, members };
  }
  const [domain = '', ...rest] = name.split('/');
  const own = rest.join('/');
  if (own === '') {
    loading.problems.add(place.path, `write it as domain/name, e.g. "acme-studio/${name}"`);
  }
  const id = domain.startsWith('d-') ? domain : domainId(loading, domain, place.region);
  return {
    name: `${id}/${own}`,
    resource: `${facts.resource}/${id}/${own.toLowerCase()}`,
    members: { DomainId: id, [facts.name]: own },
  };
}

function domainId(loading: Loading, name: string, region: string): string {
  return `d-${derivedId.hex(12, `domain ${loading.account} ${region} ${name}`)}`;
}

/** `group/3` is the third version of a group; a name without a number is an unversioned package. */
function packageName(name: string): ObjectName {
  const versioned = /^(?<group>.+)\/(?<version>\d+)$/.exec(name)?.groups;
  const resource = `model-package/${name.toLowerCase()}`;
  if (versioned === undefined) return { name, resource, members: { ModelPackageName: name } };
  const { group = '', version = '' } = versioned;
  return {
    name,
    resource,
    members: {
      ModelPackageName: name,
      ModelPackageGroupName: group,
      ModelPackageVersion: Number(version),
    },
  };
}
