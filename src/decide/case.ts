import type { JsonValue } from '../model/json.ts';
import type { ContextValue } from './context.ts';
import type { Outcome, Reason } from './decision.ts';

/** One question as users write it in JSON: a request and every policy that applies. */
export interface DecideCase {
  readonly id?: string | number;
  readonly request: CaseRequest;
  readonly policies?: CasePolicies;
  readonly settings?: CaseSettings;
}

export interface CaseRequest {
  /** An ARN, `anonymous`, or a service or identity provider by name. */
  readonly principal: string | { readonly service: string } | { readonly federated: string };
  readonly action: string;
  readonly resource: string;
  /** Twelve digits; else the account in the resource's ARN, else the principal's. */
  readonly resourceAccount?: string;
  /** Complete but for what follows from the principal and the resource. */
  readonly context?: { readonly [key: string]: ContextValue };
}

/** Policy documents. A missing layer does not apply; an empty one allows nothing. */
export interface CasePolicies {
  readonly identity?: readonly JsonValue[];
  readonly boundary?: readonly JsonValue[];
  readonly session?: readonly JsonValue[];
  readonly scp?: readonly (readonly JsonValue[])[];
  readonly rcp?: readonly (readonly JsonValue[])[];
  readonly endpoint?: readonly JsonValue[];
  readonly resource?: JsonValue;
}

/** As `Settings`, with policy documents as JSON. */
export interface CaseSettings {
  readonly s3?: { readonly [name: string]: unknown };
  readonly kms?: { readonly [name: string]: unknown };
}

export interface DecideAnswer {
  readonly id?: string | number;
  readonly decision: Outcome;
  readonly reasons: readonly Reason[];
}
