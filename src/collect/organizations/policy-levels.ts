import { absent, present, type Observed } from '../../model/observed.ts';
import type { NamedPolicy } from '../../model/policy.ts';
import type { PolicyLevel } from '../../model/resource/organizations.ts';
import { paging, type Aws } from '../collector.ts';
import { problemOf, required } from '../reply/observe.ts';
import { policyText } from '../reply/policy-text.ts';

const list = 'organizations:ListPoliciesForTarget';
const describe = 'organizations:DescribePolicy';

type Filter = 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';

/** Reads the policies of one type at every level of `path`; each document once. */
export function policyReader(
  aws: Aws,
  path: Observed<readonly string[]>,
): (filter: Filter) => Promise<Observed<readonly PolicyLevel[]>> {
  const documents = new Map<string, Promise<Observed<NamedPolicy>>>();
  const documentOf = (id: string, name: string): Promise<Observed<NamedPolicy>> => {
    const known = documents.get(id) ?? readPolicy(aws, id, name);
    documents.set(id, known);
    return known;
  };
  return async (filter) => {
    if (path.state !== 'present') return path;
    const levels: PolicyLevel[] = [];
    for (const target of path.value) {
      const level = await readLevel(aws, { target, filter }, documentOf);
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
  documentOf: (id: string, name: string) => Promise<Observed<NamedPolicy>>,
): Promise<Observed<PolicyLevel>> {
  const notEnabled = ['PolicyTypeNotEnabledException'];
  try {
    const policies: NamedPolicy[] = [];
    const input = { TargetId: target, Filter: filter };
    for await (const page of aws.pages(list, input, paging.nextToken)) {
      for (const { Id, Name } of required(page.Policies, 'Policies')) {
        const document = await documentOf(required(Id, 'Id'), required(Name, 'Name'));
        if (document.state === 'absent' || document.state !== 'present') return document;
        policies.push(document.value);
      }
    }
    return present({ target, policies });
  } catch (error) {
    const problem = problemOf(error, list, { absent: notEnabled, listed: false });
    return problem.state === 'absent' ? absent : problem;
  }
}

async function readPolicy(aws: Aws, id: string, name: string): Promise<Observed<NamedPolicy>> {
  try {
    const { Policy } = await aws.call(describe, { PolicyId: id });
    const text = policyText(required(required(Policy, 'Policy').Content, 'Content'), describe);
    return text.state === 'present' ? present({ name, ...text.value }) : text;
  } catch (error) {
    return problemOf(error, describe, { listed: true });
  }
}
