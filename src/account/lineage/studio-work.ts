import { notCollected } from '../../model/observed.ts';
import type { Resource } from '../../model/resource.ts';
import type { Account } from '../account.ts';
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

/** The default role of a domain's profiles, and where they share notebooks with their output. */
export function domainWork(account: Account, domain: Resource<'sagemaker.domain'>): Works {
  return readWork(account, { subject: domain, purposes: ['studio'] }, ({ read, place }) => {
    const role = read('executionRole', domain.executionRole, 'role');
    const uri = read('sharing', domain.sharing, 'code')?.uri;
    const uses = place({ class: 'code', uri, how: 'writes' });
    return [{ purpose: 'studio', subject: domain, role, live: true, uses }];
  });
}

/** A profile without a role of its own has its domain's. */
export function profileWork(account: Account, profile: Resource<'sagemaker.user-profile'>): Works {
  return readWork(account, { subject: profile, purposes: ['studio'] }, (reader) => {
    const { executionRole } = profile;
    const own = reader.read('executionRole', executionRole, 'role');
    const role = executionRole.state === 'absent' ? domainRole(reader, profile.domain) : own;
    return [{ purpose: 'studio', subject: profile, role, live: true, uses: [] }];
  });
}

/** A private space has the role of its owner's profile, a shared one that of the domain's spaces. */
export function spaceWork(account: Account, space: Resource<'sagemaker.space'>): Works {
  return readWork(account, { subject: space, purposes: ['studio'] }, (reader) => {
    const role = spaceRole(reader, space);
    return [{ purpose: 'studio', subject: space, role, live: true, uses: [] }];
  });
}

function spaceRole(reader: WorkReader, space: Resource<'sagemaker.space'>): string | undefined {
  const { account, read, hole } = reader;
  const sharing = read('sharing', space.sharing, 'role');
  const owner = read('owner', space.owner, 'role');
  const domain = read('domain', space.domain, 'role');
  if (sharing !== 'Private' || owner === undefined || domain === undefined) {
    hole({ what: `the role of ${space.id}`, why: ofSharedSpaces }, 'role');
    return undefined;
  }
  const profile = account
    .all('sagemaker.user-profile')
    .find(
      (one) => one.name === owner && one.domain.state === 'present' && one.domain.value === domain,
    );
  if (profile === undefined) {
    hole({ what: `user profile ${owner} of ${space.id}`, why: notInSnapshot }, 'role');
    return undefined;
  }
  const own = read(`executionRole (${profile.id})`, profile.executionRole, 'role');
  return profile.executionRole.state === 'absent' ? domainRole(reader, profile.domain) : own;
}

/** Domain ids are unique, and stand at the end of the domain's ARN. */
function domainRole(
  reader: WorkReader,
  observed: Resource<'sagemaker.user-profile'>['domain'],
): string | undefined {
  const { account, subject, read, hole } = reader;
  const id = read('domain', observed, 'role');
  if (id === undefined) return undefined;
  const domain = account.all('sagemaker.domain').find((one) => one.id.endsWith(`/${id}`));
  if (domain !== undefined)
    return read(`executionRole (${domain.id})`, domain.executionRole, 'role');
  hole({ what: `domain ${id} of ${subject.id}`, why: notInSnapshot }, 'role');
  return undefined;
}

const notInSnapshot = notCollected('it is not in the snapshot');
const ofSharedSpaces = notCollected('the role of shared spaces is not read');
