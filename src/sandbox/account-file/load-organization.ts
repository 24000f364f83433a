import { derivedId } from './derived-id.ts';
import { policyDocument, type Loading } from './loading.ts';
import type { LevelFile, Named, OrganizationFile, PolicyFile } from './account-file.ts';
import type { SandboxLevel, SandboxOrganization, SandboxOrganizationPolicy } from '../world.ts';

/** The organisation on the account's way to the root; the account's own level comes by itself. */
export function loadOrganization(
  file: OrganizationFile | null | undefined,
  { account, partition }: Loading,
): SandboxOrganization | null {
  if (file === undefined || file === null) return null;
  const { id, managementAccount = '000011112222' } = file;
  const levels = file.levels ?? [{ id: 'r-root' }];
  const own = levels.some((level) => level.id === account) ? [] : [{ id: account }];
  return {
    detail: {
      Id: id,
      Arn: `arn:${partition}:organizations::${managementAccount}:organization/${id}`,
      FeatureSet: 'ALL',
      MasterAccountArn: `arn:${partition}:organizations::${managementAccount}:account/${id}/${managementAccount}`,
      MasterAccountId: managementAccount,
      MasterAccountEmail: 'management@example.com',
    },
    policyTypes: file.policyTypes ?? allEnabled,
    levels: [...levels, ...own].map(loadLevel),
  };
}

const allEnabled = { SERVICE_CONTROL_POLICY: 'ENABLED', RESOURCE_CONTROL_POLICY: 'ENABLED' };

/** AWS attaches a policy that allows all to every new level. */
function loadLevel({ id, scp, rcp }: LevelFile): SandboxLevel {
  return {
    id,
    policies: {
      SERVICE_CONTROL_POLICY: [full('FullAWSAccess'), ...namedPolicies(scp)],
      RESOURCE_CONTROL_POLICY: [full('RCPFullAWSAccess'), ...namedPolicies(rcp)],
    },
  };
}

function full(name: 'FullAWSAccess' | 'RCPFullAWSAccess'): SandboxOrganizationPolicy {
  const everyone = name === 'RCPFullAWSAccess' ? { Principal: '*' } : {};
  return {
    id: `p-${name}`,
    name,
    document: policyDocument([{ Effect: 'Allow', ...everyone, Action: '*', Resource: '*' }]),
  };
}

function namedPolicies(
  policies: Named<PolicyFile> | null | undefined,
): readonly SandboxOrganizationPolicy[] {
  return Object.entries(policies ?? {}).map(([name, document]) => ({
    id: `p-${derivedId.hex(8, `organization policy ${name}`)}`,
    name,
    document: policyDocument(document ?? []),
  }));
}
