import type { Inputs } from '../model/inputs.ts';
import { notCollected } from '../model/observed.ts';
import type { VpcConfig } from '../model/resource/field.ts';
import type { Evidence, Verdict } from '../model/verdict.ts';
import { fail, pass, unknown } from './verdict.ts';

/**
 * Passes iff the subnets are all approved, and the security groups too where such are declared.
 * That an approved subnet has no route to an internet gateway rests on the declaration: route
 * tables are not collected.
 */
export function judgePrivateVpc(
  vpc: VpcConfig | null,
  inputs: Inputs,
  fields: { readonly subnets: string; readonly securityGroups: string },
): Verdict {
  if (vpc === null || vpc.subnets.length === 0) {
    const expected = 'subnets of an approved private VPC';
    return fail({ finding: 'no-vpc', expected, got: 'no VPC', field: fields.subnets });
  }
  const { approvedSubnets, approvedSecurityGroups } = inputs;
  const [first, ...rest] = [
    ...strangers('subnet', { used: vpc.subnets, approved: approvedSubnets, field: fields.subnets }),
    ...strangers('security-group', {
      used: vpc.securityGroups,
      approved: approvedSecurityGroups,
      field: fields.securityGroups,
    }),
  ];
  if (first !== undefined) return fail(first, ...rest);
  // Whatever has an address in a VPC is in a security group, so an empty list was not told whole.
  if (approvedSecurityGroups !== null && vpc.securityGroups.length === 0) {
    return unknown({
      what: fields.securityGroups,
      why: notCollected('AWS named no security group'),
    });
  }
  if (approvedSubnets !== null) return pass();
  return unknown({
    what: 'inputs.approvedSubnets',
    why: notCollected('no subnets are declared as private'),
    mend: 'declare inputs.approvedSubnets in leastwise.yaml',
  });
}

interface Comparison {
  readonly used: readonly string[];
  readonly approved: readonly string[] | null;
  readonly field: string;
}

function strangers(what: string, { used, approved, field }: Comparison): readonly Evidence[] {
  if (approved === null) return [];
  return used
    .filter((id) => !approved.includes(id))
    .map((id) => ({
      finding: `${what}:${id}`,
      expected: approved.length === 0 ? 'none is approved' : `one of ${approved.join(', ')}`,
      got: id,
      field,
    }));
}
