import type { Resource } from '../../../model/resource.ts';
import { isServiceLinkedRole } from '../../fact/service-linked-role.ts';
import type { EscalationPath } from '../edge.ts';
import type { Path, Target } from '../path.ts';

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
  const targetOf = ({ id, credentials: given }: Resource<'iam.user'>): readonly Target[] => {
    const target = { to: id, words, needs: [{ action, on: id }] };
    if (given.state !== 'present' || (works(true) && works(false))) {
      const doubt = 'whether the user has a password is not known';
      return [works(true) && works(false) ? target : { ...target, doubt }];
    }
    return works(given.value.passwordEnabled) ? [target] : [];
  };
  return {
    code,
    gates: [{ action, on: 'user/*' }],
    targets: (account) => ({
      list: account.all('iam.user').flatMap(targetOf),
      missing: account.gaps('iam.user'),
    }),
  };
}
