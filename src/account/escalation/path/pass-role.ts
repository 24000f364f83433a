import { sageMaker } from '../../fact/trust.ts';
import type { EscalationPath } from '../edge.ts';
import type { Need } from '../need.ts';
import { passableRoles } from '../passable-roles.ts';
import type { Path } from '../path.ts';

/** Starting something with a role that is passed to a service. */
export interface Passing {
  readonly code: EscalationPath;
  /** `sagemaker.amazonaws.com` unless told. */
  readonly service?: string;
  /** E.g. `starts a training job with`. */
  readonly words: string;
  /** The first is the call that carries the role. */
  readonly needs: readonly [Need, ...Need[]];
  readonly anyOf?: readonly (readonly Need[])[];
  readonly movesOnly?: true;
}

/** A path to every role that the service may assume and that the caller may pass to it. */
export function passing({ code, service = sageMaker, words, needs, ...rest }: Passing): Path {
  const { anyOf, movesOnly } = rest;
  return {
    code,
    gates: [passRole('role/*', service), ...needs],
    ...(movesOnly && { movesOnly }),
    targets: (account) => ({
      list: passableRoles(account, service).map(({ arn, is }) => ({
        to: arn,
        ...(is === 'may' && { doubt: trustDoubt(service) }),
        words,
        needs: [
          ...needs.slice(0, 1),
          { ...passRole(arn, service), sameCall: true },
          ...needs.slice(1),
        ],
        ...(anyOf && { anyOf }),
      })),
      missing: account.gaps('iam.role'),
    }),
  };
}

export function passRole(on: string, service: string): Need {
  return { action: 'iam:PassRole', on, context: { 'iam:PassedToService': service } };
}

export function trustDoubt(service: string): string {
  return `whether its trust policy lets ${service} in cannot be told`;
}
