import type { GrantListEntry } from '@aws-sdk/client-kms';
import { mapObserved, notCollected, type Observed } from '../../model/observed.ts';
import type { PolicyText } from '../../model/policy.ts';
import type { Fields } from '../../model/resource.ts';
import type { Tags } from '../../model/resource/field.ts';
import type { KmsGrant, KmsKey } from '../../model/resource/kms.ts';
import type { Aws } from '../collector.ts';
import { paging } from '../collector.ts';
import type { KeyDescription } from './key-description.ts';
import { observe, required } from '../reply/observe.ts';
import { observeList } from '../reply/observe-list.ts';
import { observedPolicyText } from '../reply/policy-text.ts';
import { fieldOf } from '../reply/reply.ts';
import { tagMap } from '../reply/tag-map.ts';

type KeySettings = Pick<Fields<'kms.key'>, 'policy' | 'grants' | 'rotation' | 'tags'>;

/**
 * What can be set on a key. Of those that AWS manages nobody can change the policy, but it and the
 * grants tell who may use the key; tags they have none.
 */
export async function readKeySettings(
  aws: Aws,
  keyId: string,
  { manager, spec }: Pick<KeyDescription, 'manager' | 'spec'>,
): Promise<KeySettings> {
  if (manager.state !== 'present') return everySetting(manager);
  if (manager.value !== 'CUSTOMER') {
    const [policy, grants] = await Promise.all([readPolicy(aws, keyId), readGrants(aws, keyId)]);
    return { ...managedByAws, policy, grants: exists(grants) };
  }
  const [policy, grants, rotation, tags] = await Promise.all([
    readPolicy(aws, keyId),
    readGrants(aws, keyId),
    readRotation(aws, keyId, spec),
    readTags(aws, keyId),
  ]);
  return { policy, grants: exists(grants), rotation, tags: exists(tags) };
}

/** AWS rotates its own keys every year; there is nothing to switch. */
const managedByAws: Pick<KeySettings, 'rotation' | 'tags'> = {
  tags: notCollected('AWS-managed key'),
  rotation: { state: 'unsupported', call: 'kms:GetKeyRotationStatus', code: 'AwsManagedKey' },
};

function everySetting(state: Observed<never>): KeySettings {
  return { policy: state, grants: state, rotation: state, tags: state };
}

async function readPolicy(aws: Aws, keyId: string): Promise<Observed<PolicyText>> {
  const call = 'kms:GetKeyPolicy';
  const input = { KeyId: keyId, PolicyName: 'default' };
  const text = await observe(aws, call, input, (reply) => required(reply.Policy, 'Policy'));
  return observedPolicyText(exists(text), call);
}

/**
 * Every key has a policy, grants and tags. A state in which KMS does not answer about them is
 * therefore an error; taken for "does not exist here", it would say that nobody is let in.
 */
function exists<T>(observed: Observed<T>): Observed<T> {
  if (observed.state !== 'unsupported') return observed;
  return { state: 'error', call: observed.call, code: observed.code };
}

/** KMS rotates keys of this spec only; asked about another it refuses. */
function readRotation(
  aws: Aws,
  keyId: string,
  spec: Observed<string>,
): Promise<Observed<KmsKey['rotation']>> {
  const call = 'kms:GetKeyRotationStatus';
  if (spec.state === 'present' && spec.value !== 'SYMMETRIC_DEFAULT') {
    return Promise.resolve({ state: 'unsupported', call, code: spec.value });
  }
  return observe(aws, call, { KeyId: keyId }, (reply) => ({
    enabled: required(reply.KeyRotationEnabled, 'KeyRotationEnabled'),
    periodDays: reply.RotationPeriodInDays ?? null,
  }));
}

async function readGrants(aws: Aws, keyId: string): Promise<Observed<readonly KmsGrant[]>> {
  const list = {
    operation: 'kms:ListGrants',
    input: { KeyId: keyId, Limit: 100 },
    paging: paging.kms,
  } as const;
  const grants = await observeList(aws, list, (page) =>
    required(page.Grants, 'Grants').map(grantOf),
  );
  // A list that moves while it is read gives a grant twice.
  return mapObserved(grants, (all) => [...new Map(all.map((one) => [one.id, one])).values()]);
}

function grantOf(grant: GrantListEntry): KmsGrant {
  return {
    id: required(grant.GrantId, 'GrantId'),
    grantee: required(grant.GranteePrincipal ?? grant.GranteeServicePrincipal, 'GranteePrincipal'),
    retiring: grant.RetiringPrincipal ?? grant.RetiringServicePrincipal ?? null,
    issuer: grant.IssuingAccount ?? null,
    operations: required(grant.Operations, 'Operations'),
    encryptionContextEquals: grant.Constraints?.EncryptionContextEquals ?? null,
    encryptionContextSubset: grant.Constraints?.EncryptionContextSubset ?? null,
    ...(grant.Constraints?.SourceArn !== undefined && { sourceArn: grant.Constraints.SourceArn }),
  };
}

async function readTags(aws: Aws, keyId: string): Promise<Observed<Tags>> {
  const list = {
    operation: 'kms:ListResourceTags',
    input: { KeyId: keyId, Limit: 50 },
    paging: paging.kms,
  } as const;
  const tags = await observeList(aws, list, (page) => required(page.Tags, 'Tags'));
  return fieldOf(tags, list.operation, (all) =>
    tagMap(all.map((tag) => [tag.TagKey, tag.TagValue])),
  );
}
