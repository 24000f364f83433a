import {
  arnIn,
  dateOf,
  entriesOf,
  epochSeconds,
  policyDocument,
  regionOf,
  type Loading,
} from './loading.ts';
import { describeMembers, type Section } from './describe-members.ts';
import { keyReference } from './key-names.ts';
import { nameObject } from './object-name.ts';
import { openMaps } from './schema-sagemaker.ts';
import { roleReference } from './iam-names.ts';
import { sectionFacts } from './sagemaker-section.ts';
import { withDefaults } from './object-default.ts';
import type { AccountFile, Named, SageMakerFile } from './account-file.ts';
import type { AccountNames } from './load-kms.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { SandboxObject, SandboxSageMaker } from '../world.ts';
import type { YamlPath } from '../../yaml/yaml-source.ts';

export function loadSageMaker(
  file: AccountFile,
  names: AccountNames,
  loading: Loading,
): ReadonlyMap<string, SandboxSageMaker> {
  return new Map(
    Object.entries(file.sagemaker ?? {}).map(([region, sections]) => {
      const path = [...loading.path, 'sagemaker', region];
      regionOf(loading, region, path);
      return [region, loadRegion(loading, sections ?? {}, { region, path, names })];
    }),
  );
}

interface Place {
  readonly region: string;
  readonly path: YamlPath;
  readonly names: AccountNames;
}

const sectionNames = Object.keys(describeMembers) as readonly Section[];

function loadRegion(
  loading: Loading,
  sections: Named<Named<SageMakerFile>>,
  place: Place,
): SandboxSageMaker {
  const filled = sectionNames.filter((section) => Object.hasOwn(sections, section));
  return {
    objects: Object.fromEntries(
      filled.map((section) => [
        sectionFacts[section].type,
        entriesOf(sections[section]).map(([name, object]) =>
          loadObject(
            loading,
            { section, name, object },
            {
              ...place,
              path: [...place.path, section, name],
            },
          ),
        ),
      ]),
    ),
  };
}

function loadObject(
  loading: Loading,
  {
    section,
    name,
    object,
  }: {
    readonly section: Section;
    readonly name: string;
    readonly object: SageMakerFile;
  },
  place: Place,
): SandboxObject {
  const { tags, policy, ...given } = object;
  const named = nameObject(loading, { section, name, given: given as JsonObject }, place);
  const { type, arn: arnMember } = sectionFacts[section];
  const arn =
    typeof given[arnMember] === 'string'
      ? given[arnMember]
      : arnIn(loading, 'sagemaker', { region: place.region, resource: named.resource });
  const detail = withDefaults(section, {
    name: named.name,
    createdAt: createdAt(loading, given['CreationTime'], { seed: arn, path: place.path }),
    given: { ...named.members, [arnMember]: arn, ...(settle(loading, given, place) as JsonObject) },
  });
  return {
    arn,
    name: named.name,
    detail,
    tags: tags ?? {},
    ...(policy === undefined || type !== 'ModelPackageGroup'
      ? {}
      : { policy: policyDocument(policy) }),
  };
}

/** Epoch seconds, given as such or in words; any day of the last two months where not given. */
function createdAt(
  loading: Loading,
  given: JsonValue | undefined,
  { seed, path }: { readonly seed: string; readonly path: YamlPath },
): number {
  if (typeof given === 'number') return given;
  const text = typeof given === 'string' ? given : undefined;
  const at = { path: [...path, 'CreationTime'], text };
  return epochSeconds(dateOf(loading, at, { seed, days: [2, 60] }));
}

/** Puts ARNs for short names, and seconds for dates, wherever a member's name says what it holds. */
function settle(loading: Loading, value: JsonValue | object, place: Place): JsonValue {
  if (Array.isArray(value)) {
    return value.map((item: JsonValue, index) =>
      settle(loading, item, { ...place, path: [...place.path, index] }),
    );
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([name, member]) => {
      if (openMaps.includes(name)) return [name, member];
      return settleMember(loading, [name, member], { ...place, path: [...place.path, name] });
    }),
  );
}

function settleMember(
  loading: Loading,
  [name, member]: readonly [string, JsonValue],
  place: Place,
): readonly [string, JsonValue] {
  const { region, path, names } = place;
  if (typeof member !== 'string') return [name, settle(loading, member, place)];
  if (name.endsWith('KmsKeyId')) {
    return [name, keyReference(loading, member, { names: names.keys, region, path })];
  }
  if (/(RoleArn|RoleARN|ExecutionRole|ValidationRole)$/.test(name)) {
    return [name, roleReference(loading, member, { names: names.iam, path })];
  }
  // `DataAnalysisStartTime` of a schedule is a span such as -PT1H.
  if (/Time(stamp)?$/.test(name) && !name.startsWith('DataAnalysis')) {
    const date = dateOf(loading, { path, text: member }, { seed: member, days: [0, 1] });
    return [name, epochSeconds(date)];
  }
  if (name === 'script') return scriptMember(place.path, member);
  return [name, member];
}

/** AWS holds scripts as base64; where depends on what kind of lifecycle configuration it is. */
function scriptMember(path: YamlPath, script: string): readonly [string, string] {
  const studio = path.includes('studioLifecycleConfigs');
  const content = Buffer.from(script, 'utf8').toString('base64');
  return [studio ? 'StudioLifecycleConfigContent' : 'Content', content];
}
