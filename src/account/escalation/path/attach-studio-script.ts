import { nameIn } from '../name-of.ts';
import type { Path, Target } from '../path.ts';
import { workplacesOf, type Workplace } from '../studio.ts';

const makeScript = {
  action: 'sagemaker:CreateStudioLifecycleConfig',
  on: 'studio-lifecycle-config/*',
};

/**
 * A lifecycle configuration that a domain, a profile or a space has as its default runs in every app
 * that starts there, with the role of whoever works in it.
 */
export const attachStudioScript: Path = {
  code: 'ESC-09',
  gates: [makeScript],
  targets: (account) => {
    const profiles = workplacesOf(account, 'sagemaker.user-profile');
    const spaces = workplacesOf(account, 'sagemaker.space');
    return {
      list: [
        ...profiles.list.map((one) => targetOf(one, 'sagemaker:UpdateUserProfile')),
        ...spaces.list.map((one) => targetOf(one, 'sagemaker:UpdateSpace')),
      ],
      missing: [...profiles.missing, ...spaces.missing],
    };
  },
};

function targetOf({ arn, role, domain, name }: Workplace, update: string): Target {
  return {
    to: role,
    through: arn,
    words: `has a script of its own run in the apps of ${nameIn(arn)}, by`,
    needs: [makeScript],
    anyOf: [[{ action: update, on: arn }], [{ action: 'sagemaker:UpdateDomain', on: domain.arn }]],
    owner: name,
  };
}
