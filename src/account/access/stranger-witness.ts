import { actionsOf, type ActionFacts } from '../../facts/action-facts.ts';
import { compilePolicySet, type CompiledPolicySet } from '../../decide/compile-policy-set.ts';
import { contextOf, type ContextValue } from '../../decide/context.ts';
import { decide } from '../../decide/decide.ts';
import { derivedContext } from '../../decide/derived-context.ts';
import { callerText } from '../../decide/miss.ts';
import type { SourcedPolicy } from '../../decide/policy-set.ts';
import type { Principal } from '../../decide/principal.ts';
import type { BucketAcl } from '../../model/resource/s3.ts';
import type { Condition } from '../../model/policy.ts';
import { openKeys } from '../../policy/binding/binding-keys.ts';
import type { Account } from '../account.ts';
import { organizationSide } from './organization-policies.ts';
import { allowEverything } from './sourced-policy.ts';

/** A bucket as strangers find it, for the engine to try requests on. */
export interface TriedBucket {
  readonly account: Account;
  /** ARN. */
  readonly bucket: string;
  readonly policy: SourcedPolicy | undefined;
  /** Counts as it is; undefined where ACLs are off or ignored. */
  readonly acl: BucketAcl | undefined;
}

/** What is tried: the resources and conditions that the grant names. */
export interface Trial {
  /** Names in lower case. */
  readonly actions: (action: string) => boolean;
  /** As in the grant. */
  readonly resources: readonly string[];
  readonly conditions: readonly Condition[];
}

/**
 * One request of somebody that the account does not know, over the internet, which the engine allows
 * by every policy that was read: `an anonymous caller may call s3:GetObject on …`. Undefined if none
 * of those tried is allowed, which proves nothing.
 */
export function strangerWitness(tried: TriedBucket): (trial: Trial) => string | undefined {
  const set = compileBucket(tried);
  const callers = strangers(tried);
  return (trial) => {
    const contexts = internetContexts(tried, trial.conditions);
    for (const facts of actionsOf('s3').values()) {
      if (!trial.actions(facts.action.toLowerCase())) continue;
      for (const resource of samples(tried.bucket, trial.resources, facts)) {
        for (const principal of callers) {
          const request = { principal, resource, facts, contexts };
          if (isAllowed(set.compiled, tried, request)) {
            return `${callerText(principal)} may call ${facts.action} on ${resource}${set.caveat}`;
          }
        }
      }
    }
    return undefined;
  };
}

interface Tried {
  readonly principal: Principal;
  readonly resource: string;
  readonly facts: ActionFacts;
  readonly contexts: readonly { readonly [key: string]: ContextValue }[];
}

function isAllowed(set: CompiledPolicySet, { account }: TriedBucket, tried: Tried): boolean {
  const { principal, resource, facts, contexts } = tried;
  return contexts.some((written) => {
    const context = derivedContext(principal, account.id, contextOf(written));
    const request = { principal, action: facts.action, resource, resourceAccount: account.id };
    return decide(set, { ...request, context }).outcome === 'allowed';
  });
}

interface CompiledBucket {
  readonly compiled: CompiledPolicySet;
  /** What the witness does not count, at the end of a sentence; mostly empty. */
  readonly caveat: string;
}

/**
 * A level of the organisation that was not read may hold anything; that takes no certainty from what
 * lies open below it, but it is said.
 */
function compileBucket({ account, policy, acl }: TriedBucket): CompiledBucket {
  const { rcp = [] } = organizationSide(account);
  const read = rcp.filter((level) => level.every((one) => one.oddities.length === 0));
  const compiled = compilePolicySet(
    { identity: [allowEverything], rcp: read, ...(policy && { resource: policy }) },
    { s3: acl === undefined ? {} : { ownership: 'ObjectWriter', bucketAcl: acl } },
  );
  const caveat = read.length < rcp.length ? '; resource control policies were not read' : '';
  return { compiled, caveat };
}

/** Nobody in particular, and two of an account that no policy here names. */
function strangers({ account, policy }: TriedBucket): readonly Principal[] {
  const text = JSON.stringify(policy?.policy ?? '');
  const ids = ['602030104050', '703040205060', '804050306070'];
  const id = ids.find((one) => !text.includes(one) && one !== account.id) ?? '905060407080';
  const start = `arn:${account.partition}:iam::${id}`;
  return [
    { kind: 'anonymous' },
    { kind: 'root', arn: `${start}:root`, account: id },
    {
      kind: 'role',
      arn: `${start}:role/stranger`,
      account: id,
      name: 'stranger',
      serviceLinked: false,
    },
  ];
}

/** Addresses are those kept for examples; one is IPv6. */
function internetContexts({ account }: TriedBucket, conditions: readonly Condition[]) {
  const base = {
    'aws:SecureTransport': 'true',
    'aws:CurrentTime': account.takenAt,
    'aws:EpochTime': String(Math.floor(Date.parse(account.takenAt) / 1000)),
    'aws:UserAgent': 'stranger',
    ...chosenValues(conditions),
  };
  return ['198.51.100.7', '2001:db8::7'].map((address) => ({ ...base, 'aws:SourceIp': address }));
}

/** Anybody may choose the values of these keys, so he chooses those that the grant asks for. */
function chosenValues(conditions: readonly Condition[]): { readonly [key: string]: ContextValue } {
  const chosen = conditions.filter(({ key, operator, values }) => {
    const name = key.toLowerCase();
    const isOpen = openKeys.some((one) =>
      one.endsWith('/') ? name.startsWith(one) : one === name,
    );
    return isOpen && byCaller.test(name) && !operator.startsWith('Null') && values.length > 0;
  });
  return Object.fromEntries(
    chosen.map(({ key, values }) => [key, (values[0] ?? '').replace(/[*?]/g, 'x')]),
  );
}

/** Of the open keys, those that come with the request itself. */
const byCaller =
  /^(aws:(referer|securetransport|useragent)|s3:(delimiter|max-keys|prefix|tlsversion|x-amz-.*))$/;

/** The bucket, or an object that the grant means; wildcards are filled in. */
function samples(
  bucket: string,
  resources: readonly string[],
  { resourceTypes }: ActionFacts,
): readonly string[] {
  const onObject = resourceTypes.some(({ name }) => name === 'object');
  const onBucket = resourceTypes.some(({ name }) => name === 'bucket');
  const named = resources
    .map((one) => one.replace(/[*?]/g, 'x'))
    .filter((one) => one.startsWith(`${bucket}/`));
  return [
    ...(onBucket ? [bucket] : []),
    ...(onObject ? [...new Set([...named, `${bucket}/x`])] : []),
  ];
}
