import { nameIn } from '../name-of.ts';
import type { Path } from '../path.ts';
import { workplacesOf } from '../studio.ts';

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
        .filter(({ domain }) => domain.authMode === 'IAM')
        .map(({ arn, name, role }) => ({
          to: role,
          through: arn,
          words: `opens Studio as the user profile ${nameIn(arn)}, by`,
          needs: [{ action: open, on: arn }],
          owner: name,
        })),
      missing,
    };
  },
};
