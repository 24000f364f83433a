import { absent, present, type Observed } from '../../model/observed.ts';
import type { NamedPolicy } from '../../model/policy.ts';
import type { PolicyLevel } from '../../model/resource/organizations.ts';
import { paging, type Aws } from '../collector.ts';
import { observeList } from '../reply/observe-list.ts';
import { observe, required } from '../reply/observe.ts';
import { policyText } from '../reply/policy-text.ts';

const list = 'organizations:ListPoliciesForTarget';
const describe = 'organizations:DescribePolicy';

type Filter = 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';
type Documents = (summary: Summary) => Promise<Observed<NamedPolicy>>;

interface Summary {
  readonly id: string;
  readonly name: string;
}

/** Reads the policies of one type at every level of `path`; each document once. */
export function policyReader(
  aws: Aws,
  path: Observed<readonly string[]>,
): (filter: Filter) => Promise<Observed<readonly PolicyLevel[]>> {
  const known = new Map<string, Promise<Observed<NamedPolicy>>>();
  const documents: Documents = (summary) => {
    const document = known.get(summary.id) ?? readPolicy(aws, summary);
    known.set(summary.id, document);
    return document;
  };
  return async (filter) => {
    if (path.state !== 'present') return path;
    const levels: PolicyLevel[] = [];
    for (const target of path.value) {
      const level = await readLevel(aws, { target, filter }, documents);
      // A level that was not read may hold any Deny: then nothing is known of the whole.
      if (level.state !== 'present') return level;
      levels.push(level.value);
    }
    return present(levels);
  };
}

async function readLevel(
  aws: Aws,
  { target, filter }: { readonly target: string; readonly filter: Filter },
  documents: Documents,
): Promise<Observed<PolicyLevel>> {
  const input = { TargetId: target, Filter: filter };
  const attached = await observeList(
    aws,
    { operation: list, input, paging: paging.nextToken },
    (page) =>
      required(page.Policies, 'Policies').map(({ Id, Name }) => ({
        id: required(Id, 'Id'),
        name: required(Name, 'Name'),
      })),
  );
  if (isNotEnabled(attached)) return absent;
  if (attached.state !== 'present') return attached;
  const policies: NamedPolicy[] = [];
  // A page that comes twice does not attach a policy twice.
  const byId = new Map(attached.value.map((one) => [one.id, one]));
  for (const summary of byId.values()) {
    const document = await documents(summary);
    if (document.state !== 'present') return document;
    policies.push(document.value);
  }
  return present({ target, policies });
}

/** The organisation does not use policies of this type. */
function isNotEnabled(attached: Observed<unknown>): boolean {
  return attached.state === 'error' && attached.code === 'PolicyTypeNotEnabledException';
}

async function readPolicy(aws: Aws, { id, name }: Summary): Promise<Observed<NamedPolicy>> {
  const content = await observe(aws, describe, { PolicyId: id }, ({ Policy }) =>
    required(required(Policy, 'Policy').Content, 'Content'),
  );
  if (content.state !== 'present') return content;
  const text = policyText(content.value, describe);
  return text.state === 'present' ? present({ name, ...text.value }) : text;
}
