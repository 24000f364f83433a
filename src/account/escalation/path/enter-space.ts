import { isUnread } from '../../../model/observed.ts';
import type { Account } from '../../account.ts';
import { nameIn } from '../name-of.ts';
import type { Path } from '../path.ts';
import { workplacesOf } from '../studio.ts';

const start = 'sagemaker:StartSession';

/**
 * A remote session in another's space works by the space's role; remote access has to be on, or be
 * switched on. CreateApp alone is no way in: it starts images and scripts that are attached already.
 */
export const enterSpace: Path = {
  code: 'ESC-13',
  gates: [{ action: start, on: 'space/*' }],
  targets: (account) => {
    const { list, missing } = workplacesOf(account, 'sagemaker.space');
    return {
      list: list.map(({ arn, role }) => {
        const { isOpen, owner } = settingsOf(account, arn);
        return {
          to: role,
          through: arn,
          words: `opens a remote session in the space ${nameIn(arn)}, by`,
          needs: [{ action: start, on: arn }],
          ...(isOpen === false && { anyOf: [[{ action: 'sagemaker:UpdateSpace', on: arn }]] }),
          ...(isOpen === undefined && { doubt: 'whether remote access is on is not known' }),
          owner,
        };
      }),
      missing,
    };
  },
};

interface SpaceSettings {
  /** Undefined: not read. */
  readonly isOpen: boolean | undefined;
  readonly owner: string | undefined;
}

function settingsOf(account: Account, arn: string): SpaceSettings {
  const space = account.find('sagemaker.space', arn);
  if (space === undefined) return { isOpen: undefined, owner: undefined };
  const { remoteAccess, owner } = space;
  return {
    isOpen: isUnread(remoteAccess)
      ? undefined
      : remoteAccess.state === 'present' && remoteAccess.value === 'ENABLED',
    owner: owner.state === 'present' ? owner.value : undefined,
  };
}
