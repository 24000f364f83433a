import { absent, mapObserved, present, type Observed } from '../../model/observed.ts';
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

interface Tree {
  readonly path: Observed<readonly string[]>;
  /** Status by type; a type that is off is left out. */
  readonly policyTypes: Observed<Readonly<Record<string, string>>>;
}

/** Reads the policies of one type at every level of the path; each document once. */
export function policyReader(
  aws: Aws,
  { path, policyTypes }: Tree,
): (filter: Filter) => Promise<Observed<readonly PolicyLevel[]>> {
  const known = new Map<string, Promise<Observed<NamedPolicy>>>();
  const documents: Documents = (summary) => {
    const document = known.get(summary.id) ?? readPolicy(aws, summary);
    known.set(summary.id, document);
    return document;
  };
  return async (filter) => {
    const status = mapObserved(policyTypes, (types) => types[filter]);
    const off = status.state === 'present' ? whyOff(status.value) : status;
    if (off !== undefined) return off;
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
  if (attached.state !== 'present') return attached;
  // AWS refuses to detach the last one, and a level with none would allow nothing at all.
  if (attached.value.length === 0) {
    const message = `no policy is attached to ${target}`;
    return { state: 'error', call: list, code: 'IncompleteReply', message };
  }
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

/** Why policies of a type are not read; while AWS switches a type, some may bind and some not. */
function whyOff(status: string | undefined): Observed<never> | undefined {
  if (status === undefined) return absent;
  if (status === 'ENABLED') return undefined;
  const message = 'policies of this type are being switched on or off';
  return { state: 'error', call: 'organizations:ListRoots', code: status, message };
}

async function readPolicy(aws: Aws, { id, name }: Summary): Promise<Observed<NamedPolicy>> {
  const content = await observe(aws, describe, { PolicyId: id }, ({ Policy }) =>
    required(required(Policy, 'Policy').Content, 'Content'),
  );
  if (content.state !== 'present') return content;
  const text = policyText(content.value, describe);
  return text.state === 'present' ? present({ name, ...text.value }) : text;
}
