import { isUnread, type Observed, type Unread } from '../../model/observed.ts';
import type { PolicyText } from '../../model/policy.ts';
import type { SourcedPolicy } from '../../decide/policy-set.ts';
import { parsePolicy } from '../../policy/parse-policy.ts';

export function sourced(name: string, text: PolicyText): SourcedPolicy {
  return { name, ...parsePolicy(text) };
}

/** Stands for a policy that could not be read: the engine takes it that it may allow and deny all. */
export function unreadPolicy(name: string, why: string): SourcedPolicy {
  return {
    name,
    policy: { version: 'missing', statements: [] },
    oddities: [{ at: '', message: why }],
  };
}

/** E.g. `iam:GetRolePolicy was denied (AccessDenied)`. */
export function unreadText(why: Unread): string {
  switch (why.state) {
    case 'denied':
      return `${why.call} was denied (${why.code})`;
    case 'gone':
      return `gone before ${why.call} could read it`;
    case 'error':
      return `${why.call} failed (${why.code})`;
    case 'not-collected':
      return why.why;
  }
}

/** The policy of a field; none if the account has none; an unread one if it could not be read. */
export function observedPolicy(
  name: string,
  observed: Observed<PolicyText>,
): SourcedPolicy | undefined {
  if (isUnread(observed)) return unreadPolicy(name, unreadText(observed));
  return observed.state === 'present' ? sourced(name, observed.value) : undefined;
}

/** A policy that allows everything: what another account lets its own principals do is its affair. */
export const allowEverything: SourcedPolicy = sourced('assumed: allowed by its own account', {
  document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
  sha256: '',
});
