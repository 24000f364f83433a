import { isUnread } from '../../../model/observed.ts';
import type { Missing } from '../../../model/verdict.ts';
import { sageMaker } from '../../fact/trust.ts';
import type { Account } from '../../account.ts';
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
    const ways = waysOf(account);
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
      missing: [
        ...account.gaps('iam.role'),
        ...account.gaps('sagemaker.domain'),
        ...unreadModes(account),
      ],
    };
  },
};

/** Where users come by IAM Identity Center, less is needed. */
function unreadModes(account: Account): readonly Missing[] {
  return account
    .all('sagemaker.domain')
    .flatMap(({ id, authMode }) =>
      isUnread(authMode) ? [{ what: `authMode of ${id}`, why: authMode }] : [],
    );
}

type Way = readonly [Need, ...Need[]];

function waysOf(account: Account): readonly Way[] {
  const anyProfile = 'user-profile/*';
  return [
    ...domainsOf(account).flatMap(waysInto),
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
