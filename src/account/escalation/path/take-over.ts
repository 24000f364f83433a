import type { Resource } from '../../../model/resource.ts';
import type { Missing } from '../../../model/verdict.ts';
import { isServiceLinkedRole } from '../../fact/service-linked-role.ts';
import type { EscalationPath } from '../edge.ts';
import type { Path, Target } from '../path.ts';
import { unreadFields } from '../unread-fields.ts';

const code: EscalationPath = 'ESC-16';
const trust = 'iam:UpdateAssumeRolePolicy';

/** A trust policy that names a principal of the account lets it in by itself. */
export const rewriteTrust: Path = {
  code,
  gates: [{ action: trust, on: 'role/*' }],
  targets: (account) => ({
    list: account
      .all('iam.role')
      .map(({ id }) => id)
      .filter((id) => !isServiceLinkedRole(id))
      .map((id) => ({
        to: id,
        words: 'lets itself into',
        needs: [{ action: trust, on: id }],
      })),
    missing: account.gaps('iam.role'),
  }),
};

/** Credentials of somebody else's, by which one signs in as that user. */
export const takeCredentials: readonly Path[] = [
  credentials('iam:CreateAccessKey', 'makes an access key of', () => true),
  credentials('iam:CreateLoginProfile', 'sets a console password for', (has) => !has),
  credentials('iam:UpdateLoginProfile', 'changes the console password of', (has) => has),
];

function credentials(
  action: string,
  words: string,
  works: (hasPassword: boolean) => boolean,
): Path {
  const isAlways = works(true) && works(false);
  const targetOf = ({ id, credentials: own }: Resource<'iam.user'>): readonly Target[] => {
    const hasPassword = isAlways || (own.state === 'present' && own.value.passwordEnabled);
    return works(hasPassword) ? [{ to: id, words, needs: [{ action, on: id }] }] : [];
  };
  const unread = ({ id, credentials: own }: Resource<'iam.user'>): readonly Missing[] =>
    isAlways ? [] : unreadFields(id, { credentials: own });
  return {
    code,
    gates: [{ action, on: 'user/*' }],
    targets: (account) => {
      const users = account.all('iam.user');
      const missing = [...account.gaps('iam.user'), ...users.flatMap(unread)];
      return { list: users.flatMap(targetOf), missing };
    },
  };
}
