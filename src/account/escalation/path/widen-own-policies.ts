import type { Resource } from '../../../model/resource.ts';
import type { Missing } from '../../../model/verdict.ts';
import type { Account } from '../../account.ts';
import { nameIn } from '../name-of.ts';
import type { Need } from '../need.ts';
import type { Path, Target } from '../path.ts';
import { unreadFields } from '../unread-fields.ts';

type Owner = Resource<'iam.role'> | Resource<'iam.user'>;

/** A call by which a user or role gives itself more. */
interface Widening {
  readonly action: string;
  readonly gate: string;
  readonly context?: Need['context'];
  /** What the call is made on, of the principal's own. */
  readonly on: (owner: Owner, account: Account) => readonly string[];
  readonly words: (on: string) => string;
  readonly doubt?: string;
}

const anything = 'arn:aws:iam::aws:policy/AdministratorAccess';
const anyPolicy = { 'iam:PolicyARN': anything };
const someOnly = 'a condition limits which policies it may attach';
const attaches = { words: () => 'attaches policies to', doubt: someOnly };
const attachesAny = { words: () => 'attaches any policy to', context: anyPolicy };
const writes = { words: () => 'writes inline policies of' };
const role = { gate: 'role/*', on: ({ kind, id }: Owner) => (kind === 'iam.role' ? [id] : []) };
const user = { gate: 'user/*', on: ({ kind, id }: Owner) => (kind === 'iam.user' ? [id] : []) };
const group = { gate: 'group/*', on: ownGroups };
const policy = { gate: 'policy/*', on: ownPolicies };
const bounded = (of: typeof role): Pick<Widening, 'gate' | 'on'> => ({
  gate: of.gate,
  on: (owner) => (owner.permissionsBoundary.state === 'absent' ? [] : of.on(owner)),
});
const takesOff = { words: () => 'takes the permissions boundary off' };
const replaces = {
  words: () => 'replaces the permissions boundary of',
  context: { 'iam:PermissionsBoundary': anything },
};

/** By the names of IAM's operations; each is enough alone. */
const widenings: readonly Widening[] = [
  { action: 'iam:AttachRolePolicy', ...role, ...attachesAny },
  { action: 'iam:AttachRolePolicy', ...role, ...attaches },
  { action: 'iam:PutRolePolicy', ...role, ...writes },
  { action: 'iam:AttachUserPolicy', ...user, ...attachesAny },
  { action: 'iam:AttachUserPolicy', ...user, ...attaches },
  { action: 'iam:PutUserPolicy', ...user, ...writes },
  { action: 'iam:AttachGroupPolicy', ...group, ...attachesAny },
  { action: 'iam:AttachGroupPolicy', ...group, ...attaches },
  { action: 'iam:PutGroupPolicy', ...group, ...writes },
  {
    action: 'iam:AddUserToGroup',
    gate: 'group/*',
    on: otherGroups,
    words: (on) => `joins the group ${nameIn(on)} with`,
  },
  {
    action: 'iam:CreatePolicyVersion',
    ...policy,
    words: (on) => `rewrites the policy ${nameIn(on)} of`,
  },
  {
    action: 'iam:SetDefaultPolicyVersion',
    ...policy,
    words: (on) => `brings an older version of the policy ${nameIn(on)} back for`,
    doubt: 'what older versions of the policy say is not read',
  },
  { action: 'iam:DeleteRolePermissionsBoundary', ...bounded(role), ...takesOff },
  { action: 'iam:PutRolePermissionsBoundary', ...bounded(role), ...replaces },
  { action: 'iam:DeleteUserPermissionsBoundary', ...bounded(user), ...takesOff },
  { action: 'iam:PutUserPermissionsBoundary', ...bounded(user), ...replaces },
];

/** Every way in which a user or role widens what it is allowed itself. */
export const widenOwnPolicies: readonly Path[] = widenings.map((one) => ({
  code: 'ESC-16',
  gates: [{ action: one.action, on: one.gate, ...(one.context && { context: one.context }) }],
  targets: (account: Account) => ({
    list: ownersOf(account).flatMap((owner) =>
      one.on(owner, account).map((on) => targetOf(one, owner, on)),
    ),
    missing: [...account.gaps('iam.group'), ...ownersOf(account).flatMap(unreadOf)],
  }),
}));

function ownersOf(account: Account): readonly Owner[] {
  return [...account.all('iam.role'), ...account.all('iam.user')];
}

function unreadOf(owner: Owner): readonly Missing[] {
  const { id, attachedPolicies, permissionsBoundary } = owner;
  const groups = owner.kind === 'iam.user' ? { groups: owner.groups } : {};
  return unreadFields(id, { attachedPolicies, permissionsBoundary, ...groups });
}

function targetOf({ action, context, words, doubt }: Widening, owner: Owner, on: string): Target {
  return {
    to: owner.id,
    self: true,
    words: words(on),
    ...(doubt !== undefined && { doubt }),
    needs: [{ action, on, ...(context && { context }) }],
  };
}

function groupsOf(owner: Owner): readonly string[] {
  return owner.kind === 'iam.user' && owner.groups.state === 'present' ? owner.groups.value : [];
}

function ownGroups(owner: Owner, account: Account): readonly string[] {
  const names = groupsOf(owner);
  return account.all('iam.group').flatMap(({ id, name }) => (names.includes(name) ? [id] : []));
}

function otherGroups(owner: Owner, account: Account): readonly string[] {
  if (owner.kind !== 'iam.user') return [];
  const names = groupsOf(owner);
  return account.all('iam.group').flatMap(({ id, name }) => (names.includes(name) ? [] : [id]));
}

/** Customer-managed ones: its own, those of its groups, and its boundary. */
function ownPolicies(owner: Owner, account: Account): readonly string[] {
  const groups = ownGroups(owner, account).flatMap((id) => account.find('iam.group', id) ?? []);
  const attached = [owner, ...groups].flatMap(({ attachedPolicies }) =>
    attachedPolicies.state === 'present' ? attachedPolicies.value.map(({ arn }) => arn) : [],
  );
  const { permissionsBoundary } = owner;
  const boundary = permissionsBoundary.state === 'present' ? [permissionsBoundary.value] : [];
  return [...new Set([...attached, ...boundary])].filter((arn) => arn.includes(`:${account.id}:`));
}
