import { accountId, bucketName, numbered, teams, type Team } from './team.ts';
import type { Dice } from './dice.ts';
import type { TrainingRoles } from './generate-iam.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Named, SageMakerFile } from '../account-file/account-file.ts';

const day = 86_400_000;

export interface TrainingJobPlan {
  readonly count: number;
  readonly region: string;
  readonly now: Date;
  readonly buckets: number;
  /** Names of the roles that each team's jobs run as. */
  readonly roles: TrainingRoles;
}

/** Jobs of the last 80 days, so that all of them lie in the usual window of 90. */
export function generateTrainingJobs(plan: TrainingJobPlan, roll: Dice): Named<SageMakerFile> {
  return Object.fromEntries(
    Array.from({ length: plan.count }, (_, index) => {
      const team = roll.pick(teams);
      return [numbered(`${team}-train`, index), trainingJob(plan, team, roll)];
    }),
  );
}

function trainingJob(plan: TrainingJobPlan, team: Team, roll: Dice): SageMakerFile {
  const { region, now, roles } = plan;
  const created = new Date(now.getTime() - (0.05 + roll.next() * 79.9) * day);
  const registry = `${accountId}.dkr.ecr.${region}.amazonaws.com`;
  const output = { S3OutputPath: `s3://${bucketOf(plan, team, roll)}/out` };
  const vpc = {
    Subnets: [roll.chance(0.95) ? 'subnet-0123456789abcdef1' : 'subnet-0fedcba9876543210'],
    SecurityGroupIds: ['sg-0123456789abcdef1'],
  };
  return {
    CreationTime: created.toISOString(),
    RoleArn: roll.pick(roles[team]),
    TrainingJobStatus: roll.chance(0.92) ? 'Completed' : 'Failed',
    AlgorithmSpecification: {
      TrainingImage: `${registry}/${team}-train:${roll.between(1, 40)}`,
      TrainingInputMode: 'File',
    },
    InputDataConfig: [input(`s3://${bucketOf(plan, team, roll)}/train/`)],
    OutputDataConfig: roll.chance(0.9) ? { ...output, KmsKeyId: team } : output,
    ResourceConfig: machines(team, roll),
    ...(roll.chance(0.9) ? { VpcConfig: vpc } : {}),
    EnableNetworkIsolation: roll.chance(0.9),
    EnableInterContainerTrafficEncryption: roll.chance(0.6),
    HyperParameters: { epochs: String(roll.between(1, 50)), seed: String(roll.between(0, 9999)) },
    tags: { team, run: String(roll.between(1, 1_000_000)) },
  };
}

/** One of the team's buckets; the name of one to come when the account has too few. */
function bucketOf({ buckets }: TrainingJobPlan, team: Team, roll: Dice): string {
  const own = teams.indexOf(team);
  const rounds = Math.max(0, Math.floor((buckets - 1 - own) / teams.length));
  return bucketName(own + teams.length * roll.between(0, rounds));
}

function input(uri: string): JsonObject {
  const s3 = { S3DataType: 'S3Prefix', S3Uri: uri, S3DataDistributionType: 'FullyReplicated' };
  return { ChannelName: 'train', DataSource: { S3DataSource: s3 } };
}

function machines(team: string, roll: Dice): JsonObject {
  const common = { InstanceCount: roll.chance(0.7) ? 1 : roll.between(2, 8), VolumeSizeInGB: 100 };
  // The disks of these are their own; they take no volume key.
  if (roll.chance(0.3))
    return { ...common, InstanceType: roll.pick(['ml.g5.2xlarge', 'ml.p4d.24xlarge']) };
  const InstanceType = roll.pick(['ml.m5.xlarge', 'ml.m5.4xlarge', 'ml.c5.2xlarge']);
  return roll.chance(0.9)
    ? { ...common, InstanceType, VolumeKmsKeyId: team }
    : { ...common, InstanceType };
}
