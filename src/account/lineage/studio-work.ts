import { isUnread, notCollected, type Observed } from '../../model/observed.ts';
import type { Resource } from '../../model/resource.ts';
import type { Account } from '../account.ts';
import { indexed } from './indexed.ts';
import type { Works } from './work.ts';
import { readWork, type WorkReader } from './work-reader.ts';

/** What people run in a notebook is not known beforehand: only by which role. */
export function notebookWork(
  account: Account,
  notebook: Resource<'sagemaker.notebook-instance'>,
): Works {
  return readWork(account, { subject: notebook, purposes: ['notebook'] }, ({ read }) => {
    const role = read('executionRole', notebook.executionRole, 'role');
    return [{ purpose: 'notebook', subject: notebook, role, live: true, uses: [] }];
  });
}

/** The default role of a domain's profiles, and the role of its shared spaces. */
export function domainWork(account: Account, domain: Resource<'sagemaker.domain'>): Works {
  return readWork(account, { subject: domain, purposes: ['studio'] }, ({ read }) => {
    const ofProfiles = read('executionRole', domain.executionRole, 'role');
    const ofSpaces = read('spaceExecutionRole', domain.spaceExecutionRole, 'role');
    const roles = [...new Set([ofProfiles, ofSpaces])];
    return roles.map((role) => ({
      purpose: 'studio',
      subject: domain,
      role,
      live: true,
      uses: [],
    }));
  });
}

/** A profile without a role of its own has its domain's. */
export function profileWork(account: Account, profile: Resource<'sagemaker.user-profile'>): Works {
  return readWork(account, { subject: profile, purposes: ['studio'] }, (reader) => {
    const role = profileRole(reader, profile);
    return [{ purpose: 'studio', subject: profile, role, live: true, uses: [] }];
  });
}

/**
 * A private space has the role of its owner's profile, a shared one the role that its domain has for
 * them. Spaces were shared before there was a choice.
 */
export function spaceWork(account: Account, space: Resource<'sagemaker.space'>): Works {
  return readWork(account, { subject: space, purposes: ['studio'] }, (reader) => {
    const sharing = reader.read('sharing', space.sharing, 'role');
    const role =
      sharing === 'Private'
        ? ownersRole(reader, space)
        : domainRole(reader, space.domain, 'spaceExecutionRole');
    return [{ purpose: 'studio', subject: space, role, live: true, uses: [] }];
  });
}

function ownersRole(reader: WorkReader, space: Resource<'sagemaker.space'>): string | undefined {
  const { account, read, hole } = reader;
  const owner = read('owner', space.owner, 'role');
  const domain = read('domain', space.domain, 'role');
  if (domain === undefined || isUnread(space.owner)) return undefined;
  const profile = profileOf(account, `${domain}/${owner}`);
  if (profile === undefined) {
    const what = `user profile ${owner ?? '(none)'} of ${space.id}`;
    hole({ what, why: notInSnapshot }, 'role');
    return undefined;
  }
  return profileRole(reader, profile);
}

function profileRole(
  reader: WorkReader,
  profile: Resource<'sagemaker.user-profile'>,
): string | undefined {
  const of = profile.id === reader.subject.id ? '' : ` (${profile.id})`;
  const own = reader.read(`executionRole${of}`, profile.executionRole, 'role');
  if (profile.executionRole.state !== 'absent') return own;
  return domainRole(reader, profile.domain, 'executionRole');
}

function domainRole(
  reader: WorkReader,
  observed: Observed<string>,
  field: 'executionRole' | 'spaceExecutionRole',
): string | undefined {
  const { account, subject, read, hole } = reader;
  const id = read('domain', observed, 'role');
  if (id === undefined) return undefined;
  const domain = domainOf(account, id);
  if (domain !== undefined) return read(`${field} (${domain.id})`, domain[field], 'role');
  hole({ what: `domain ${id} of ${subject.id}`, why: notInSnapshot }, 'role');
  return undefined;
}

const notInSnapshot = notCollected('it is not in the snapshot');

/** By `<domain id>/<profile name>`. */
const profileOf = indexed((account) =>
  account
    .all('sagemaker.user-profile')
    .flatMap((one) =>
      one.domain.state === 'present' ? [[`${one.domain.value}/${one.name}`, one] as const] : [],
    ),
);

/** Domain ids are unique, and end the domain's ARN. */
const domainOf = indexed((account) =>
  account.all('sagemaker.domain').map((one) => [one.id.slice(one.id.lastIndexOf('/') + 1), one]),
);
