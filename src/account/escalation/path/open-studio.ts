import { nameIn } from '../name-of.ts';
import type { Path } from '../path.ts';
import { workplacesOf, type Workplace } from '../studio.ts';

const open = 'sagemaker:CreatePresignedDomainUrl';

/**
 * Whoever opens another's profile works by the profile's role. Only domains whose users come by IAM
 * give such URLs (SageMaker API, CreatePresignedDomainUrl).
 */
export const openStudio: Path = {
  code: 'ESC-08',
  gates: [{ action: open, on: 'user-profile/*' }],
  targets: (account) => {
    const { list, missing } = workplacesOf(account, 'sagemaker.user-profile');
    return {
      list: list
        .filter(({ domain }) => domain?.authMode !== 'SSO')
        .map((profile) => ({
          to: profile.role,
          through: profile.arn,
          ...doubtOf(profile),
          words: `opens Studio as the user profile ${nameIn(profile.arn)}, by`,
          needs: [{ action: open, on: profile.arn }],
          owner: profile.name,
        })),
      missing,
    };
  },
};

function doubtOf({ domain }: Workplace) {
  if (domain?.authMode === 'IAM') return {};
  return { doubt: 'whether users of the domain come by IAM is not known' };
}
