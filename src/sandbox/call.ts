import type { JsonObject } from '../model/json.ts';
import type { AwsError } from './aws-error.ts';
import type { Caller } from './caller.ts';
import type { Paginate } from './paginate.ts';
import type { SandboxAccount, World } from './world.ts';

/** The services served, by the names that operation ids use. */
export type Service =
  'sts' | 'account' | 'iam' | 's3' | 's3control' | 'kms' | 'ecr' | 'organizations' | 'sagemaker';

/** One call of one operation, whatever protocol it came by. */
export interface Call {
  readonly service: Service;
  /** E.g. `ListModels`. */
  readonly operation: string;
  readonly caller: Caller;
  /** The account of the caller. */
  readonly account: SandboxAccount;
  /** The region that the request was signed for. */
  readonly region: string;
  /** Input members by AWS's names; query and REST protocols give text only. */
  readonly input: JsonObject;
}

/** How one operation is served. */
export interface Operation {
  /** The output by AWS's member names. Throws `AwsError`. */
  readonly respond: (call: Call, context: Context) => JsonObject;
  /** Name, id or ARN of the resource that a call is about; undefined for calls about none. */
  readonly resource?: (input: JsonObject) => string | undefined;
  /** What AWS answers when that resource does not exist. */
  readonly gone?: (call: Call) => AwsError;
  /** True for operations that give pages. */
  readonly pages?: true;
}

/** By operation name. */
export type Operations = { readonly [operation: string]: Operation };

/** What responders need beside the call. */
export interface Context {
  readonly world: World;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly paginate: Paginate;
  /** State of the credential report by account. */
  readonly reports: Map<string, 'started' | 'complete'>;
}

/** `sagemaker:ListModels`. */
export function operationId(call: Pick<Call, 'service' | 'operation'>): string {
  return `${call.service}:${call.operation}`;
}
