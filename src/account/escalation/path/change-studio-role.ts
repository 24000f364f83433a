import { sageMaker } from '../../fact/trust.ts';
import type { Need } from '../need.ts';
import { passableRoles } from '../passable-roles.ts';
import type { Path } from '../path.ts';
import { domainsOf, type Domain } from '../studio.ts';
import { passRole, trustDoubt } from './pass-role.ts';

/**
 * A profile or a domain is given the role, and the caller works in it: by a URL where users come by
 * IAM, as a member where they come by IAM Identity Center (a profile names its member).
 */
export const changeStudioRole: Path = {
  code: 'ESC-10',
  gates: [passRole('role/*', sageMaker)],
  targets: (account) => {
    const domains = domainsOf(account);
    const ways = waysOf(domains.list);
    return {
      list: passableRoles(account, sageMaker).map(({ arn, is }) => ({
        to: arn,
        ...(is === 'may' && { doubt: trustDoubt(sageMaker) }),
        words: 'has a Studio profile or domain work by',
        needs: [],
        anyOf: ways.map(([first, ...rest]) => [
          first,
          { ...passRole(arn, sageMaker), sameCall: true },
          ...rest,
        ]),
      })),
      missing: [...account.gaps('iam.role'), ...domains.missing],
    };
  },
};

type Way = readonly [Need, ...Need[]];

function waysOf(domains: readonly Domain[]): readonly Way[] {
  const anyProfile = 'user-profile/*';
  return [
    ...domains.flatMap(waysInto),
    [
      { action: 'sagemaker:CreateDomain', on: 'domain/*' },
      { action: 'sagemaker:CreateUserProfile', on: anyProfile },
      { action: 'sagemaker:CreatePresignedDomainUrl', on: anyProfile },
    ],
  ];
}

function waysInto({ arn, id, authMode }: Domain): readonly Way[] {
  const profiles = arn.replace(/:domain\/.*$/, `:user-profile/${id}/*`);
  const enter: readonly Need[] =
    authMode === 'SSO' ? [] : [{ action: 'sagemaker:CreatePresignedDomainUrl', on: profiles }];
  return [
    [{ action: 'sagemaker:CreateUserProfile', on: profiles }, ...enter],
    [{ action: 'sagemaker:UpdateUserProfile', on: profiles }, ...enter],
    [{ action: 'sagemaker:UpdateDomain', on: arn }, ...enter],
  ];
}
