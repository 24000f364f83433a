import type { JsonObject } from '../../src/model/json.ts';
import { present } from '../../src/model/observed.ts';
import { kinds, type Fields, type Identity, type Kind } from '../../src/model/resource.ts';
import type { Universe } from '../../src/model/snapshot.ts';
import { accountId, build, completeUniverse } from './build.ts';
import { humanTrust, namedPolicy } from './policy.ts';

/** A role that a person takes, with one inline policy of these statements. */
export function roleWith(
  name: string,
  ...statements: readonly JsonObject[]
): Identity<'iam.role'> & Fields<'iam.role'> {
  return build(
    'iam.role',
    {
      trustPolicy: humanTrust,
      uniqueId: present(`AROA${name.toUpperCase().padEnd(17, '0')}`),
      inlinePolicies: present([namedPolicy('work', ...statements)]),
    },
    { id: roleArn(name), name, region: 'global' },
  );
}

export function roleArn(name: string): string {
  return `arn:aws:iam::${accountId}:role/${name}`;
}

/** Every list complete but that of this kind. */
export function listDenied(denied: Kind): readonly Universe[] {
  return kinds.map((kind) =>
    kind === denied
      ? { ...completeUniverse(kind), end: 'denied' as const }
      : completeUniverse(kind),
  );
}
