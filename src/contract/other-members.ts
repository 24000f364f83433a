import type { PersonaSpec } from './contract.ts';
import type { Other } from './members.ts';

/** The members of a persona that are no users or roles of the account by name. */
export function otherMembers(spec: PersonaSpec): readonly Other[] {
  return [
    ...spec.services.map(service),
    ...spec.accounts.map(accountOf),
    ...(spec.organization ? [organization] : []),
    ...(spec.anyone ? [anyone] : []),
  ];
}

function service(name: string): Other {
  return {
    name: `service/${name}`,
    is: (caller) => caller.sort === 'service' && caller.name === name,
  };
}

function accountOf(id: string): Other {
  return { name: `account/${id}`, is: ({ account }) => account === id };
}

const organization: Other = { name: 'organization', is: ({ sort }) => sort === 'organization' };

/** That one or the other can does not show that all can: whoever needs no credentials is anybody. */
const anyone: Other = {
  name: 'anyone',
  is: () => true,
  shows: ({ sort }) => sort === 'anonymous',
};
