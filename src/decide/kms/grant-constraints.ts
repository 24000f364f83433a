import type { KmsGrant } from '../../model/resource/kms.ts';
import type { Tags } from '../../model/resource/field.ts';
import type { Context } from '../context.ts';
import type { PreparedRequest } from '../prepared-request.ts';
import { lesser, maybe, no, yes, type Tri } from '../tri.ts';

/**
 * Operations that take an encryption context. Constraints on it count for no other, not for
 * DescribeKey, nor for those on asymmetric keys (KMS API, GrantConstraints).
 */
const withContext: ReadonlySet<string> = new Set([
  ...['kms:decrypt', 'kms:encrypt', 'kms:reencryptfrom', 'kms:reencryptto'],
  ...['kms:generatedatakey', 'kms:generatedatakeywithoutplaintext'],
  ...['kms:generatedatakeypair', 'kms:generatedatakeypairwithoutplaintext'],
]);

/** Whether the request keeps to a grant's constraints. */
export function meetsConstraints(grant: KmsGrant, { action, context }: PreparedRequest): Tri {
  const source = isForSource(grant.sourceArn, context);
  if (action === 'kms:creategrant') return lesser(source, createsNoMore(grant, context));
  if (!withContext.has(action)) return source;
  const { encryptionContextEquals: all, encryptionContextSubset: some } = grant;
  const exact = all === null ? yes : lesser(hasPairs(context, all), hasNoOther(context, all));
  return lesser(source, lesser(exact, some === null ? yes : hasPairs(context, some)));
}

/** The constraint does what aws:SourceArn does in a policy: who calls for himself has no such key. */
function isForSource(wanted: string | undefined, context: Context): Tri {
  if (wanted === undefined) return yes;
  const given = context.get('aws:sourcearn');
  return given === 'unknown' ? maybe : tri(given?.includes(wanted) === true);
}

/** The names in a constraint know no case, their values do. */
function hasPairs(context: Context, wanted: Tags): Tri {
  return Object.entries(wanted).reduce<Tri>((all, [key, value]) => {
    const given = context.get(`kms:encryptioncontext:${key.toLowerCase()}`);
    if (given === 'unknown') return lesser(all, maybe);
    return lesser(all, tri(given?.includes(value) === true));
  }, yes);
}

/** The keys of the encryption context, where the request says which there are. */
function hasNoOther(context: Context, wanted: Tags): Tri {
  const keys = context.get('kms:encryptioncontextkeys');
  if (keys === 'unknown' || keys === undefined) return maybe;
  const names = new Set(Object.keys(wanted).map((key) => key.toLowerCase()));
  return tri(keys.every((key) => names.has(key.toLowerCase())));
}

/**
 * Who may create grants by a grant can hand on only the operations he got, under constraints as
 * strict (KMS Developer Guide, "Granting CreateGrant permission"). The constraints of the new grant
 * are in no condition key.
 */
function createsNoMore(grant: KmsGrant, context: Context): Tri {
  const constrained = createsConstrained(grant, context);
  const operations = context.get('kms:grantoperations');
  if (operations === 'unknown' || operations === undefined) return lesser(maybe, constrained);
  return lesser(tri(operations.every((one) => grant.operations.includes(one))), constrained);
}

function createsConstrained(grant: KmsGrant, context: Context): Tri {
  const { encryptionContextEquals: all, encryptionContextSubset: some } = grant;
  if (all === null && some === null) return grant.sourceArn === undefined ? yes : maybe;
  const type = context.get('kms:grantconstrainttype');
  if (type === 'unknown') return maybe;
  if (type === undefined) return no;
  return all !== null && !type.includes('EncryptionContextEquals') ? no : maybe;
}

function tri(holds: boolean): Tri {
  return holds ? yes : no;
}
