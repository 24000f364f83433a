import { accountId, numbered, teams, type Team } from './team.ts';
import type { Dice } from './dice.ts';
import type {
  IamFile,
  Named,
  RoleFile,
  TrustFile,
  UserFile,
} from '../account-file/account-file.ts';
import type { JsonObject } from '../../model/json.ts';

const purposes = [
  'training',
  'training',
  'endpoint',
  'processing',
  'notebook',
  'human',
  'lambda',
] as const;

export type TrainingRoles = { readonly [T in Team]: readonly [string, ...string[]] };

export interface GeneratedIam {
  readonly file: IamFile;
  readonly trainingRoles: TrainingRoles;
}

/** Most roles are as they should be; about one in ten has a fault. */
export function generateIam(
  counts: { readonly roles: number; readonly users: number },
  roll: Dice,
): GeneratedIam {
  const roles: { [name: string]: RoleFile } = { 'training-default': trainingDefault };
  const trained: { [T in Team]?: string[] } = {};
  for (let index = 1; index < counts.roles; index += 1) {
    const team = roll.pick(teams);
    const purpose = roll.pick(purposes);
    const name = numbered(`${team}-${purpose}`, index);
    roles[name] = generateRole({ team, purpose, index }, roll);
    if (purpose === 'training') (trained[team] ??= []).push(name);
  }
  const file: IamFile = {
    passwordPolicy: { MinimumPasswordLength: 14 },
    samlProviders: { IdP: {} },
    groups: { readers: { policies: ['team-read'] } },
    users: generateUsers(counts.users, roll),
    roles,
    policies: sharedPolicies(),
  };
  const trainingRoles = Object.fromEntries(
    teams.map((team) => [team, trained[team] ?? ['training-default']]),
  ) as unknown as TrainingRoles;
  return { file, trainingRoles };
}

const bound: TrustFile = { services: ['sagemaker'], sourceAccount: accountId };

const trainingDefault: RoleFile = {
  path: '/ml/',
  trust: bound,
  boundary: 'ml-boundary',
  policies: ['team-read'],
};

interface RolePlan {
  readonly team: Team;
  readonly purpose: (typeof purposes)[number];
  readonly index: number;
}

function generateRole({ team, purpose, index }: RolePlan, roll: Dice): RoleFile {
  const used = roll.chance(0.7) ? { lastUsed: `${roll.between(1, 300)} days ago` } : {};
  const role = {
    path: '/ml/',
    policies: roll.chance(0.05) ? ['AmazonSageMakerFullAccess'] : [`${team}-shared`],
    inline: { own: [accessTo(team, index, roll)] },
    tags: { team, purpose },
    ...used,
  };
  switch (purpose) {
    case 'human':
      return { ...role, trust: { federated: ['IdP'] } };
    case 'lambda':
      return { ...role, trust: 'lambda' };
    case 'training':
    case 'endpoint':
    case 'processing':
    case 'notebook': {
      const trust: TrustFile = roll.chance(0.08) ? 'sagemaker' : bound;
      return roll.chance(0.9) ? { ...role, trust, boundary: 'ml-boundary' } : { ...role, trust };
    }
  }
}

function accessTo(team: Team, index: number, roll: Dice): JsonObject {
  const actions = roll.chance(0.1) ? ['s3:*'] : ['s3:GetObject', 's3:ListBucket', 's3:PutObject'];
  const place = `arn:aws:s3:::acme-${team}-${roll.chance(0.5) ? 'data' : 'models'}-*`;
  return { Sid: `Own${index}`, Effect: 'Allow', Action: actions, Resource: [place, `${place}/*`] };
}

function sharedPolicies(): NonNullable<IamFile['policies']> {
  const read = {
    Effect: 'Allow',
    Action: ['sagemaker:Describe*', 'sagemaker:List*'],
    Resource: '*',
  };
  const most = { Effect: 'Allow', Action: ['s3:*', 'kms:*', 'logs:*', 'ecr:*'], Resource: '*' };
  return {
    'ml-boundary': { path: '/ml/', document: [most] },
    'team-read': { document: [read] },
    ...Object.fromEntries(teams.map((team) => [`${team}-shared`, { document: [read] }])),
  };
}

function generateUsers(count: number, roll: Dice): Named<UserFile> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const age = roll.between(1, 200);
      const key = { created: `${age} days ago`, lastUsed: `${roll.between(0, age)} days ago` };
      const user: UserFile = {
        groups: ['readers'],
        console: roll.chance(0.5),
        mfa: roll.chance(0.9),
        accessKeys: roll.chance(0.3) ? [key] : [],
      };
      return [numbered('user', index), user];
    }),
  );
}
