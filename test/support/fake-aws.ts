import { classifyError } from '../../src/collect/call/classify-error.ts';
import type { Aws, Collector, UniverseEnd } from '../../src/collect/collector.ts';
import { pages } from '../../src/collect/call/pages.ts';
import type { Input, OperationId, Output } from '../../src/collect/call/sdk.ts';
import { ofKind, type Kind, type Resource } from '../../src/model/resource.ts';
import { accountId, region } from './build.ts';

/** What the SDK gives or throws for one call. */
type Reply<O extends OperationId> = Omit<Output<O>, '$metadata'> | Error;

/** Replies by operation; a function sees the input and the region of the call. */
export type Answers = {
  readonly [O in OperationId]?: Reply<O> | ((input: Input<O>, region: string) => Reply<O>);
};

export interface FakeCall {
  readonly operation: OperationId;
  readonly region: string;
  readonly input: unknown;
}

/** An error as the SDK throws it, to be classified like a real one. */
export function awsError(code: string, message = code): Error {
  return Object.assign(new Error(message), { name: code });
}

/** AWS that answers from a table, with the real page loop and the real classifier. */
export function fakeAws(answers: Answers, calls: FakeCall[] = [], inRegion = region): Aws {
  const call = async <O extends OperationId>(operation: O, input: Input<O>): Promise<Output<O>> => {
    calls.push({ operation, region: inRegion, input });
    const reply = replyOf(answers, { operation, input, region: inRegion });
    if (!(reply instanceof Error)) return reply as unknown as Output<O>;
    throw classifyError(reply, { operation, region: inRegion, homeRegion: 'us-east-1' });
  };
  return {
    account: accountId,
    partition: 'aws',
    region: inRegion,
    jobsSince: new Date('2026-08-03T00:00:00Z'),
    describeUpTo: 100,
    sleep: () => Promise.resolve(),
    in: (other) => fakeAws(answers, calls, other),
    call,
    pages: (operation, input, members) => pages(call, { operation, input, members }),
    async each(items, work) {
      await Promise.all(Array.from(items, work));
    },
  };
}

function replyOf<O extends OperationId>(
  answers: Answers,
  call: { readonly operation: O; readonly input: Input<O>; readonly region: string },
): Reply<O> {
  // The table's type ties each answer to its operation; looked up by any, the tie is lost.
  const answer = (answers as Readonly<Record<string, unknown>>)[call.operation] as
    Reply<O> | ((input: Input<O>, region: string) => Reply<O>) | undefined;
  if (answer === undefined) throw new TypeError(`the test has no answer for ${call.operation}`);
  return typeof answer === 'function' ? answer(call.input, call.region) : answer;
}

export interface Collected {
  readonly universes: readonly UniverseEnd[];
  /** Sorted by id. */
  of<K extends Kind>(kind: K): readonly Resource<K>[];
  /** The one resource of the kind. */
  one<K extends Kind>(kind: K): Resource<K>;
}

/** Runs a collector to its end, checking that it calls only what it declares. */
export async function collected(
  collector: Collector,
  aws: Aws,
  calls: readonly FakeCall[] = [],
): Promise<Collected> {
  const resources: Resource[] = [];
  const universes: UniverseEnd[] = [];
  await collector.collect(aws, {
    resource: (resource) => void resources.push(resource),
    universe: (end) => void universes.push(end),
  });
  const undeclared = calls.find(({ operation }) => collector.operations[operation] === undefined);
  if (undeclared !== undefined) throw new Error(`${undeclared.operation} is not declared`);
  resources.sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    universes,
    of: (kind) => ofKind(resources, kind),
    one: (kind) => only(ofKind(resources, kind)),
  };
}

function only<T>(all: readonly T[]): T {
  const [one] = all;
  if (one === undefined || all.length !== 1) throw new Error(`${all.length} resources, not one`);
  return one;
}

/** Collects from answers in one step. */
export function collectFrom(collector: Collector, answers: Answers): Promise<Collected> {
  const calls: FakeCall[] = [];
  return collected(collector, fakeAws(answers, calls), calls);
}
