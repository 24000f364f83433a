import pLimit from 'p-limit';
import { CallError, type CredentialsRejected, Interrupted } from './call-error.ts';
import type { CallLog } from './call-log.ts';
import { classifyError, isParseError } from './classify-error.ts';
import type { Attempts, ClientPool } from './client-pool.ts';
import type { Clock } from './clock.ts';
import type { Aws } from '../collector.ts';
import { pages } from './pages.ts';
import { serviceOf, type Input, type OperationId, type Output } from './sdk.ts';

export interface AwsContext {
  readonly account: string;
  readonly partition: string;
  readonly region: string;
  readonly homeRegion: string;
  readonly jobsSince: Date;
  readonly describeUpTo: number;
  readonly pool: ClientPool;
  readonly log: CallLog;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Resources of one list that are worked on at the same time. */
  readonly concurrency: number;
  /** Called after every logical call. */
  readonly onCall: (attempts: Readonly<Attempts>) => void;
}

/** AWS seen from one unit of work. */
export function createAws(context: AwsContext): Aws {
  const { account, partition, region, jobsSince, describeUpTo } = context;
  const call: Aws['call'] = (operation, input, absent) =>
    callOnce(context, operation, input, absent);
  return {
    account,
    partition,
    region,
    jobsSince,
    describeUpTo,
    standIn: context.pool.standIn,
    sleep: (milliseconds) => sleep(context, milliseconds),
    in: (other) =>
      other === region ? createAws(context) : createAws({ ...context, region: other }),
    call,
    pages: (operation, input, members) => pages(call, { operation, input, members }),
    async each(items, work) {
      const limit = pLimit(context.concurrency);
      // All are awaited even when one fails: none may write on after the unit has ended.
      const ends = await Promise.allSettled(Array.from(items, (item) => limit(() => work(item))));
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
    },
  };
}

async function sleep({ clock, signal }: AwsContext, milliseconds: number): Promise<void> {
  try {
    await clock.sleep(milliseconds);
  } catch (error) {
    throw signal.aborted ? new Interrupted() : error;
  }
}

/** How often a reply that could not be parsed is asked for again. */
const parseRetries = 2;

async function callOnce<O extends OperationId>(
  context: AwsContext,
  operation: O,
  input: Input<O>,
  absent: readonly string[] = [],
): Promise<Output<O>> {
  if (context.signal.aborted) throw new Interrupted();
  const attempts: Attempts = { attempts: 0, throttles: 0 };
  const start = context.clock.now();
  const ended = (items: number, failure?: string): void => {
    const { account, region } = context;
    const end = context.clock.now();
    context.log.record({ account, region, operation, items, ...attempts, start, end, failure });
    context.onCall(attempts);
  };
  try {
    const output = await sendParsed(context, operation, input as object, attempts);
    ended(countItems(output));
    return output as Output<O>;
  } catch (error) {
    if (context.signal.aborted) throw new Interrupted();
    const { region, homeRegion } = context;
    const classified = classifyError(error, { operation, region, homeRegion });
    ended(0, absent.includes(classified.code) ? 'absent' : stateOf(classified));
    throw classified;
  }
}

function stateOf(error: CallError | CredentialsRejected): string {
  return error instanceof CallError ? error.unread.state : 'error';
}

async function sendParsed(
  context: AwsContext,
  operation: OperationId,
  input: object,
  attempts: Attempts,
): Promise<object> {
  for (let retry = 0; ; retry += 1) {
    try {
      const output = await context.pool.send(operation, context.region, input, attempts);
      refuseEmpty(operation, output);
      refuseCutPolicy(operation, output);
      return output;
    } catch (error) {
      if (retry === parseRetries || !isParseError(error) || context.signal.aborted) throw error;
    }
  }
}

/** Replies of these may rightly say nothing: "never set". */
const mayBeEmpty: ReadonlySet<string> = new Set([
  's3:GetBucketVersioning',
  's3:GetBucketLogging',
  's3:GetBucketNotificationConfiguration',
  's3:GetBucketAccelerateConfiguration',
  's3:GetBucketAbac',
  's3:GetBucketLocation',
  's3:GetBucketPolicyStatus',
]);

/** A reply without a single member is a cut one; read as it is, it would be an empty list. */
function refuseEmpty(operation: OperationId, output: object): void {
  if (mayBeEmpty.has(operation)) return;
  const said = Object.entries(output).some(
    ([name, value]) => name !== '$metadata' && value !== undefined,
  );
  if (!said && serviceOf(operation) !== 's3control') {
    throw Object.assign(new Error('the reply has no members'), { name: 'EmptyReply' });
  }
}

/**
 * The body of this reply is the policy itself, so the SDK does not see that it ended early. S3 keeps
 * JSON only: anything else is parsed here, to be asked for again like any reply that was cut.
 */
function refuseCutPolicy(operation: OperationId, output: object): void {
  if (operation !== 's3:GetBucketPolicy' || !('Policy' in output)) return;
  JSON.parse(String(output.Policy));
}

/** The length of the reply's first list; for coverage only. */
function countItems(output: object): number {
  const list: unknown = Object.values(output).find(Array.isArray);
  return Array.isArray(list) ? list.length : 0;
}
