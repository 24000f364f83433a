import { artifactClasses } from '../model/artifact-class.ts';
import { personas } from '../model/persona.ts';
import { severities } from '../model/record.ts';
import { verbs } from './contract.ts';
import { workWords } from './work-word.ts';

const text = { type: 'string', minLength: 1 } as const;
const yes = { type: 'boolean', enum: [true] } as const;
const work = { type: 'string', enum: Object.keys(workWords) } as const;

/** One, or a list of them. */
const some = (items: object, description: string) =>
  ({
    description,
    if: { type: 'array' },
    // oxlint-disable-next-line unicorn/no-thenable -- the keyword of JSON Schema
    then: { type: 'array', minItems: 1, items },
    else: items,
  }) as const;

const name = {
  pattern: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$',
  description: 'a name of small letters, digits and hyphens',
};

const named = some(text, 'Names of jobs, endpoints, …, * allowed; left out: all');

const artifact = {
  type: 'object',
  additionalProperties: false,
  properties: {
    is: some(text, 's3://bucket/prefix*, an ARN, or a repository of images'),
    key: some(text, 'KMS key: id, ARN or alias/NAME'),
    usedBy: some(work, 'What such work reads: training data, model weights'),
    writtenBy: some(work, 'Where such work writes'),
    runBy: some(work, 'The code that such work runs: scripts, model archives, images'),
    named,
    class: some({ type: 'string', enum: artifactClasses }, 'All artifacts of a class'),
  },
} as const;

const persona = {
  type: 'object',
  additionalProperties: false,
  properties: {
    roles: some(text, 'NAME, role/NAME or ARN, * allowed'),
    users: some(text, 'NAME, user/NAME or ARN, * allowed'),
    executes: some(work, 'The roles by which SageMaker does such work'),
    named,
    services: some(text, 'AWS services, e.g. logging.s3.amazonaws.com'),
    accounts: some(
      { type: 'string', pattern: '^\\d{12}$', description: 'twelve digits in quotes' },
      'Every principal of these accounts',
    ),
    declared: some({ type: 'string', enum: personas }, 'Personas of leastwise.yaml'),
    organization: { ...yes, description: 'Every principal of the organisation' },
    anyone: { ...yes, description: 'Everybody, with or without credentials' },
  },
} as const;

const names = { type: 'array', items: text } as const;

const assertion = {
  type: ['array', 'object'],
  items: text,
  additionalProperties: false,
  properties: {
    must: { ...names, description: 'Personas that can' },
    may: { ...names, description: 'Personas that are allowed to, but need not be able to' },
  },
  description: 'Personas that can; nobody else can. [] is nobody, left out is not asserted',
} as const;

/** JSON Schema of `*.access.yaml`; printed by `leastwise schema access`. */
export const accessSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'leastwise access contract',
  type: 'object',
  additionalProperties: false,
  required: ['artifacts', 'access'],
  properties: {
    artifacts: { type: 'object', propertyNames: name, additionalProperties: artifact },
    personas: { type: 'object', propertyNames: name, additionalProperties: persona },
    access: {
      type: 'object',
      minProperties: 1,
      additionalProperties: {
        type: 'object',
        minProperties: 1,
        additionalProperties: false,
        properties: Object.fromEntries(verbs.map((verb) => [verb, assertion])),
      },
    },
    exempt: { ...names, description: 'Personas that may do everything; told, but no failure' },
    transitive: {
      type: 'boolean',
      default: true,
      description: 'Whether access by escalation counts, e.g. through a notebook with a role',
    },
    severity: { type: 'string', enum: severities, default: 'high' },
  },
} as const;
