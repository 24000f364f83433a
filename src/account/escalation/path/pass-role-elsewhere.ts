import type { Account } from '../../account.ts';
import type { Path } from '../path.ts';
import { unreadFields } from '../unread-fields.ts';
import { passing } from './pass-role.ts';

/** A service that runs what the caller brings by a role that is passed to it. */
interface Service {
  readonly service: string;
  readonly words: string;
  /** The first is the call that carries the role. */
  readonly actions: readonly [string, ...string[]];
  /** One of these is needed beside. */
  readonly oneOf?: readonly string[];
}

const services: readonly Service[] = [
  {
    service: 'lambda.amazonaws.com',
    words: 'makes a Lambda function with',
    actions: ['lambda:CreateFunction'],
    oneOf: [
      ...['lambda:InvokeFunction', 'lambda:CreateEventSourceMapping', 'lambda:AddPermission'],
      'lambda:CreateFunctionUrlConfig',
    ],
  },
  {
    service: 'cloudformation.amazonaws.com',
    words: 'makes a CloudFormation stack with',
    actions: ['cloudformation:CreateStack'],
  },
  {
    service: 'codebuild.amazonaws.com',
    words: 'makes and starts a CodeBuild project with',
    actions: ['codebuild:CreateProject', 'codebuild:StartBuild'],
  },
  {
    service: 'glue.amazonaws.com',
    words: 'makes and starts a Glue job with',
    actions: ['glue:CreateJob'],
    oneOf: ['glue:StartJobRun', 'glue:CreateTrigger'],
  },
  {
    service: 'glue.amazonaws.com',
    words: 'makes a Glue session with',
    actions: ['glue:CreateSession', 'glue:RunStatement'],
  },
  {
    service: 'ecs-tasks.amazonaws.com',
    words: 'makes and runs an ECS task with',
    actions: ['ecs:RegisterTaskDefinition'],
    oneOf: ['ecs:RunTask', 'ecs:StartTask', 'ecs:CreateService'],
  },
  {
    service: 'states.amazonaws.com',
    words: 'makes and starts a state machine with',
    actions: ['states:CreateStateMachine', 'states:StartExecution'],
  },
  // A schedule calls any operation of AWS by its role.
  {
    service: 'scheduler.amazonaws.com',
    words: 'makes a schedule with',
    actions: ['scheduler:CreateSchedule'],
  },
  {
    service: 'ssm.amazonaws.com',
    words: 'starts an automation of Systems Manager with',
    actions: ['ssm:StartAutomationExecution'],
  },
];

/** The classic ones, outside SageMaker. */
export const passRoleElsewhere: readonly Path[] = [
  ...services.map(({ service, words, actions: [first, ...rest], oneOf }) =>
    passing({
      code: 'ESC-16',
      service,
      words,
      // Of whatever is made, nobody has written a policy yet: no resource is named.
      needs: [{ action: first, on: '*' }, ...rest.map((action) => ({ action, on: '*' }))],
      ...(oneOf && { anyOf: oneOf.map((action) => [{ action, on: '*' }]) }),
    }),
  ),
  instance(),
];

/** A role comes to an EC2 instance in an instance profile. */
function instance(): Path {
  const path = passing({
    code: 'ESC-16',
    service: 'ec2.amazonaws.com',
    words: 'starts an EC2 instance with',
    needs: [{ action: 'ec2:RunInstances', on: '*' }],
  });
  return {
    ...path,
    targets: (account) => {
      const { list, missing } = path.targets(account);
      const unread = list.flatMap(({ to }) => {
        const role = account.find('iam.role', to);
        return role === undefined
          ? []
          : unreadFields(to, { instanceProfiles: role.instanceProfiles });
      });
      return {
        list: list.filter(({ to }) => hasProfile(account, to)),
        missing: [...missing, ...unread],
      };
    },
  };
}

function hasProfile(account: Account, role: string): boolean {
  const profiles = account.find('iam.role', role)?.instanceProfiles;
  return profiles?.state === 'present' && profiles.value.length > 0;
}
