import type { JsonSchema } from '../../yaml/json-schema.ts';
import { describeMembers, type Section } from './describe-members.ts';
import { sectionFacts } from './sagemaker-section.ts';
import {
  anything,
  closed,
  flag,
  named,
  policy,
  region,
  tags,
  text,
  texts,
  whole,
  type Members,
} from './schema-word.ts';
import { structureMembers } from './structure-members.ts';

/** Members whose names the user chooses. */
export const openMaps: readonly string[] = [
  'Environment',
  'HyperParameters',
  'StaticHyperParameters',
  'CustomerMetadataProperties',
];

const isList = (name: string) => Object.hasOwn(structureMembers, `${name}[]`);

function words(members: string): readonly string[] {
  return members.split(/\s+/).filter((word) => word !== '');
}

/** What may stand in a member, told by its name as far as AWS's habits tell. */
function memberSchema(name: string): JsonSchema {
  if (openMaps.includes(name)) return tags;
  if (Object.hasOwn(structureMembers, name)) return { $ref: `#/$defs/${name}` };
  if (isList(name)) return { type: 'array', items: { $ref: `#/$defs/${name}` } };
  if (/^(Subnets|SubnetIds|SecurityGroupIds|SecurityGroups)$/.test(name)) return texts;
  if (/^(Enable(?!DockerAccess)|GenerateInferenceId|AutoGenerate)/.test(name)) return flag;
  if (/^(WarmPool|OfflineStore|LastUpdate|Variant)Status$/.test(name)) return anything;
  if (name.endsWith('Time')) return { type: ['string', 'number'] };
  if (/(InstanceCount|InGB|InSeconds)$/.test(name)) return whole;
  if (/(Name|Arn|Uri|Url|Id|Image|Status|InstanceType|Access|AuthMode)$/.test(name)) {
    return text;
  }
  return anything;
}

function memberSchemas(members: string): Members {
  return Object.fromEntries(words(members).map((name) => [name, memberSchema(name)]));
}

/** `script` stands for the base64 text that AWS holds. */
const script: Members = { script: text };

/** Structures by name, for `$ref`. */
export const structureSchemas: Members = Object.fromEntries(
  Object.entries(structureMembers).map(([key, members]) => {
    const name = key.replace('[]', '');
    const own = name === 'OnCreate' || name === 'OnStart' ? script : {};
    return [name, { ...closed({ ...memberSchemas(members), ...own }), type: 'object' }];
  }),
);

/** Members that are ours: in lower case, so that they never meet AWS's. */
const ownMembers: { readonly [S in Section]?: Members } = {
  studioLifecycleConfigs: script,
  modelPackageGroups: { policy },
};

function sectionSchema(section: Section): JsonSchema {
  const members = {
    ...memberSchemas(describeMembers[section]),
    ...(section === 'pipelines' ? { PipelineDefinition: { type: ['string', 'object'] } } : {}),
    ...ownMembers[section],
    tags,
  };
  return named(closed(members, sectionFacts[section].required));
}

const sections = Object.keys(describeMembers) as readonly Section[];

export const sageMakerSchema: JsonSchema = named(
  closed(Object.fromEntries(sections.map((section) => [section, sectionSchema(section)]))),
  region,
);
