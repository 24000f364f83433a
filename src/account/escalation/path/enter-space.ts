import type { Account } from '../../account.ts';
import { nameIn } from '../name-of.ts';
import type { Path } from '../path.ts';
import { workplacesOf } from '../studio.ts';
import { unreadFields } from '../unread-fields.ts';

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
    const unread = account
      .all('sagemaker.space')
      .flatMap(({ id, remoteAccess, owner }) => unreadFields(id, { remoteAccess, owner }));
    return {
      list: list.map(({ arn, role }) => {
        const { isOpen, owner } = settingsOf(account, arn);
        return {
          to: role,
          through: arn,
          words: `opens a remote session in the space ${nameIn(arn)}, by`,
          needs: [
            { action: start, on: arn },
            ...(isOpen ? [] : [{ action: 'sagemaker:UpdateSpace', on: arn }]),
          ],
          owner,
        };
      }),
      missing: [...missing, ...unread],
    };
  },
};

interface SpaceSettings {
  readonly isOpen: boolean;
  readonly owner: string | undefined;
}

function settingsOf(account: Account, arn: string): SpaceSettings {
  const space = account.find('sagemaker.space', arn);
  const { remoteAccess, owner } = space ?? {};
  return {
    isOpen: remoteAccess?.state === 'present' && remoteAccess.value === 'ENABLED',
    owner: owner?.state === 'present' ? owner.value : undefined,
  };
}
