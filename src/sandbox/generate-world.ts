import { accountId, teams } from './generate/team.ts';
import { buildWorld } from './load-world.ts';
import { dice } from './generate/dice.ts';
import { generateBuckets } from './generate/generate-bucket.ts';
import { generateIam } from './generate/generate-iam.ts';
import { generateTrainingJobs } from './generate/generate-training-job.ts';
import { Problems } from '../yaml/problems.ts';
import type { AccountFile, KeyFile, Named } from './account-file/account-file.ts';
import type { World } from './world.ts';

export interface GenerateOptions {
  readonly roles: number;
  readonly buckets: number;
  readonly trainingJobs: number;
  /** Whole number: the same seed and `now` make the same account. */
  readonly seed: number;
  readonly now: Date;
  /** Default 20. */
  readonly users?: number;
  /** Default `eu-west-1`. */
  readonly region?: string;
}

/** A large account of eight teams with one key each, in which most things are as they should be. */
export function generateWorld(options: GenerateOptions): World {
  const { region = 'eu-west-1', now, seed } = options;
  const iam = generateIam({ roles: options.roles, users: options.users ?? 20 }, dice(seed));
  const { trainingJobs: count, buckets } = options;
  const jobs = { count, buckets, region, now, roles: iam.trainingRoles };
  const file: AccountFile = {
    id: accountId,
    alias: 'generated',
    regions: [region],
    iam: iam.file,
    s3: { public: 'blocked', buckets: generateBuckets(options.buckets, dice(seed + 1)) },
    kms: { [region]: keys() },
    sagemaker: { [region]: { trainingJobs: generateTrainingJobs(jobs, dice(seed + 2)) } },
  };
  return buildWorld(file, { now, problems: new Problems(nowhere, 'generated account') });
}

function keys(): Named<KeyFile> {
  return Object.fromEntries(teams.map((team) => [team, { rotation: team !== 'nlp' }]));
}

/** The account was never text: everything in it is at its first line. */
const nowhere = { value: null, position: () => ({ line: 1, column: 1 }) };
