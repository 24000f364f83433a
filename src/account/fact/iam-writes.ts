import { actionsOf } from '../../facts/action-facts.ts';

const changes =
  /^iam:(Create|Put|Attach|Update|Detach|Add|SetDefaultPolicyVersion|Delete\w+(Policy|Boundary)$)/;

/** Makes a role that its service alone takes, and whose policies nobody but AWS writes. */
const harmless: ReadonlySet<string> = new Set(['iam:CreateServiceLinkedRole']);

/** Actions that make principals or credentials, or change what a principal may do or who becomes it. */
export function iamWrites(): readonly string[] {
  return [...actionsOf('iam').values()]
    .map(({ action }) => action)
    .filter((action) => changes.test(action) && !harmless.has(action));
}
