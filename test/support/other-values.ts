import { canonicalJson } from '../../src/model/canonical.ts';
import type { JsonValue } from '../../src/model/json.ts';
import { absent, isUnread, present, type Observed } from '../../src/model/observed.ts';
import type { PolicyText } from '../../src/model/policy.ts';
import type { Kind, Resource } from '../../src/model/resource.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { fieldOf } from './snapshot-fields.ts';

/** As many values of a field are tried; the worst come first. */
const most = 4;

/** What a field might have said instead: the worst that we know of, nothing, and what others say. */
export function otherValues(
  kind: Kind,
  field: string,
  others: readonly Snapshot[],
): readonly Observed<unknown>[] {
  const said = others.flatMap((one) => allOf(one, kind).map((each) => fieldOf(each, field)));
  const all = [
    ...(worst[`${kind}.${field}`] ?? []),
    absent,
    ...said.filter((one) => !isUnread(one)),
  ];
  return [...new Map(all.map((one) => [canonicalJson(one), one])).values()].slice(0, most);
}

/** Resources that a list might have had, too: those of another account, as they are and at worst. */
export function otherResources(kind: Kind, other: Snapshot): readonly (readonly Resource[])[] {
  const plain = allOf(other, kind);
  const changes = Object.entries(worst).flatMap(([name, [value]]) => {
    return name.startsWith(`${kind}.`) ? [[name.slice(kind.length + 1), value]] : [];
  });
  if (changes.length === 0) return [plain];
  // Every field that is changed is one of the kind.
  const worse = plain.map((one) => ({ ...one, ...Object.fromEntries(changes) }) as Resource);
  return [plain, worse];
}

function allOf(snapshot: Snapshot, kind: Kind): readonly Resource[] {
  return snapshot.resources(kind);
}

function policy(statement: { readonly [element: string]: JsonValue }): PolicyText {
  const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] };
  return { document, sha256: 'f'.repeat(64) };
}

const everything = policy({ Action: '*', Resource: '*' });
const forAll = policy({ Principal: '*', Action: '*', Resource: '*' });
const forOwn = policy({
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: '*',
  Resource: '*',
});
const trustsAll = policy({
  Principal: { AWS: '*', Service: ['sagemaker.amazonaws.com', 'lambda.amazonaws.com'] },
  Action: 'sts:AssumeRole',
});
const inline = [present([{ name: 'everything', ...everything }])];
const ofResource = [present(forAll), present(forOwn)];

/** By kind and field. */
const worst: { readonly [field: string]: readonly Observed<unknown>[] } = {
  'iam.user.inlinePolicies': inline,
  'iam.group.inlinePolicies': inline,
  'iam.role.inlinePolicies': inline,
  'iam.role.trustPolicy': [present(trustsAll)],
  'iam.policy.document': [present(everything)],
  's3.bucket.policy': ofResource,
  's3.access-point.policy': ofResource,
  'kms.key.policy': ofResource,
  'ecr.registry.policy': ofResource,
  'ecr.repository.policy': ofResource,
  'sagemaker.model-package-group.policy': ofResource,
};
