import { artifactClasses } from '../model/artifact-class.ts';
import { personas } from '../model/persona.ts';

const text = { type: 'string', minLength: 1 } as const;
const textList = { type: 'array', items: text } as const;
const listOrNull = (description: string) =>
  ({ type: ['array', 'null'], items: text, description }) as const;
const oneOf = <const T extends readonly string[]>(...names: T) =>
  ({ type: 'string', enum: names }) as const;

const listsBy = (names: readonly string[], description: string) =>
  ({
    type: 'object',
    additionalProperties: false,
    description,
    properties: Object.fromEntries(names.map((name) => [name, textList])),
  }) as const;

/** JSON Schema of `leastwise.yaml`; printed by `leastwise schema config`. */
export const configSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'leastwise.yaml',
  type: 'object',
  additionalProperties: false,
  properties: {
    profile: { ...text, description: 'Profile of the AWS configuration' },
    roleArn: { ...text, description: 'Role to assume before reading' },
    externalId: { ...text, description: 'External id for that role' },
    regions: { ...textList, description: 'Regions to capture; left out: all that are enabled' },
    kinds: { ...textList, description: 'Resource kinds to capture; left out: all' },
    jobsSince: { ...text, description: 'Window of jobs: 90d, 12h, 4w or a date' },
    describeJobs: {
      type: 'integer',
      minimum: 0,
      description: 'Up to so many jobs of a kind are described one by one',
    },
    suites: {
      ...textList,
      description: 'Folders with rules and specs of your own, from this file',
    },
    contracts: { ...textList, description: 'Access contracts (*.access.yaml), from this file' },
    only: { ...textList, description: 'Run only these rules: id, code, topic or severity' },
    skip: { ...textList, description: 'Leave out these rules' },
    failOn: {
      ...oneOf('info', 'low', 'medium', 'high', 'critical'),
      description: 'Violations below this severity do not fail the run',
    },
    reports: { ...textList, description: 'FORMAT[:PATH], as with --report' },
    granularity: oneOf('rule', 'nonpass', 'resource'),
    inputs: {
      type: 'object',
      additionalProperties: false,
      description: 'What you declare about the account; rules rely on it',
      properties: {
        artifactBuckets: listOrNull(
          'Buckets (* allowed) with ML artifacts; left out: every bucket',
        ),
        retainedBuckets: listOrNull('Buckets with training data and reports to be locked'),
        approvedSubnets: listOrNull('Subnet ids that are vouched for as private'),
        approvedSecurityGroups: listOrNull('Security group ids; left out: any'),
        approvedKeys: listOrNull('KMS keys for artifacts; left out: any customer key'),
        permissionsBoundaries: listOrNull('ARNs of policies that may serve as boundary'),
        executionRoleServices: textList,
        trustedAccounts: {
          type: 'array',
          items: { type: 'string', pattern: '^\\d{12}$', description: 'twelve digits in quotes' },
        },
        personas: listsBy(
          personas,
          'Principals of each persona: role/NAME, user/NAME or ARN, * allowed',
        ),
        artifacts: listsBy(
          artifactClasses,
          'Artifacts beside those that SageMaker tells: s3://bucket/prefix*, or a repository',
        ),
      },
    },
    rules: {
      type: 'object',
      description: 'Parameters of rules, by rule id',
      additionalProperties: {
        type: 'object',
        additionalProperties: { type: ['string', 'number', 'boolean', 'array'], items: text },
      },
    },
  },
} as const;
