import { UserError } from '../model/user-error.ts';
import { operationId, type Call, type Operation, type Service } from './call.ts';
import { operationOf } from './operations.ts';
import { serviceError } from './service-error.ts';
import type { DenialLayer } from '../model/observed.ts';
import type { AwsError } from './aws-error.ts';
import type { Fault, FaultClass } from './fault.ts';
import type { WireReply } from './wire.ts';

/**
 * False for what cannot happen: only a call about a resource can find it gone, and only a list can
 * repeat a token.
 */
export function faultApplies(faultClass: FaultClass, operation: string): boolean {
  const found = findOperation(operation);
  return found !== undefined && appliesTo(faultClass, found);
}

/** Gives the first fault that strikes a call. Counts calls, so it must be asked once for each. */
export function faultPlan(
  faults: readonly Fault[],
): (call: Call, operation: Operation) => Fault | undefined {
  for (const fault of faults) refuseIdleFault(fault);
  const counts = new Map<Fault, number>();
  return (call, operation) => {
    const striking = faults.filter((fault) => {
      if (!appliesTo(fault.class, operation) || !concerns(fault, call, operation)) return false;
      const count = (counts.get(fault) ?? 0) + 1;
      counts.set(fault, count);
      return fault.nth?.includes(count) ?? true;
    });
    return striking[0];
  };
}

/** The error that a fault answers with; undefined for faults that spoil the reply instead. */
export function faultError(fault: Fault, call: Call, operation: Operation): AwsError | undefined {
  switch (fault.class) {
    case 'throttle':
      return serviceError(call.service, 'throttled');
    case 'server-error':
      return serviceError(call.service, 'failure');
    case 'expired-token':
      return serviceError(call.service, 'expired');
    case 'access-denied':
      return serviceError(call.service, 'denied', denial(fault.layer, call, operation));
    case 'gone':
      return operation.gone?.(call);
    case 'connection-cut':
    case 'truncated-body':
    case 'repeated-token':
      return undefined;
  }
}

/** The reply with the damage that a fault does on the wire: half of the body arrives. */
export function damage(fault: Fault | undefined, reply: WireReply): WireReply {
  const half = Math.floor(reply.body.length / 2);
  if (fault?.class === 'connection-cut') return { ...reply, cutAfter: half };
  if (fault?.class === 'truncated-body') return { ...reply, body: reply.body.slice(0, half) };
  return reply;
}

function appliesTo(faultClass: FaultClass, operation: Operation): boolean {
  switch (faultClass) {
    case 'gone':
      return operation.gone !== undefined;
    case 'repeated-token':
      return operation.pages === true;
    case 'throttle':
    case 'server-error':
    case 'connection-cut':
    case 'truncated-body':
    case 'access-denied':
    case 'expired-token':
      return true;
  }
}

function findOperation(id: string): Operation | undefined {
  const [service = '', name = ''] = id.split(':', 2);
  // Any text: `operationOf` finds nothing for what is no service.
  return operationOf(service as Service, name);
}

/** A fault that can never strike would make a test that cannot fail. */
function refuseIdleFault(fault: Fault): void {
  if (fault.operation === undefined || faultApplies(fault.class, fault.operation)) return;
  const problem =
    findOperation(fault.operation) === undefined
      ? 'is not served by the sandbox'
      : `cannot fail by ${fault.class}`;
  throw new UserError(`Fault: ${fault.operation} ${problem}. Name another operation or class.`);
}

function concerns(fault: Fault, call: Call, operation: Operation): boolean {
  return (
    (fault.operation === undefined || fault.operation === operationId(call)) &&
    (fault.region === undefined || fault.region === call.region) &&
    (fault.resource === undefined || isSame(fault.resource, operation.resource?.(call.input)))
  );
}

/** Calls name a resource by name, id or ARN, and so do faults. */
function isSame(a: string, b: string | undefined): boolean {
  if (b === undefined) return false;
  return a === b || endsWithPart(a, b) || endsWithPart(b, a);
}

function endsWithPart(arn: string, name: string): boolean {
  return arn.endsWith(`/${name}`) || arn.endsWith(`:${name}`);
}

/** The words by which AWS names the layer that denied. */
const reasons: { readonly [L in DenialLayer]: (action: string) => string } = {
  'identity-policy': (action) => `because no identity-based policy allows the ${action} action`,
  'permissions-boundary': (action) => `because no permissions boundary allows the ${action} action`,
  'session-policy': (action) => `because no session policy allows the ${action} action`,
  'service-control-policy': () => 'with an explicit deny in a service control policy',
  'resource-control-policy': () => 'with an explicit deny in a resource control policy',
  'resource-policy': () => 'with an explicit deny in a resource-based policy',
  'vpc-endpoint-policy': (action) => `because no VPC endpoint policy allows the ${action} action`,
};

/** AWS names the action, which for some S3 calls is another word than the operation used here. */
function denial(layer: DenialLayer | undefined, call: Call, operation: Operation): string {
  const action = operationId(call);
  const resource = operation.resource?.(call.input) ?? '*';
  const reason = layer === undefined ? '' : ` ${reasons[layer](action)}`;
  return `User: ${call.caller.arn} is not authorized to perform: ${action} on resource: ${resource}${reason}`;
}
