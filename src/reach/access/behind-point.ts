import { CompiledStatement } from '../../decide/compile-statement.ts';
import type { ListElement } from '../../model/policy.ts';
import { globMatches } from '../../policy/glob.ts';
import { quotient } from './quotient.ts';

interface Behind {
  /** ARNs. */
  readonly point: string;
  readonly bucket: string;
}

const known = new WeakMap<CompiledStatement, Map<string, CompiledStatement>>();

/**
 * A statement of a bucket's policy as it speaks of what lies behind an access point, in terms of the
 * access point's own resources.
 */
export function behindPoint(statement: CompiledStatement, behind: Behind): CompiledStatement {
  const ofStatement = known.get(statement) ?? new Map<string, CompiledStatement>();
  known.set(statement, ofStatement);
  const made = ofStatement.get(behind.point) ?? translated(statement, behind);
  ofStatement.set(behind.point, made);
  return made;
}

function translated(compiled: CompiledStatement, behind: Behind): CompiledStatement {
  const { statement, version, source, odd } = compiled;
  const { resource } = statement;
  const values = resource?.values.map((one) => valuesBehind(one, behind));
  const isClear = values === undefined || values.every((one) => one !== undefined);
  const unclear = { at: '/Resource', message: 'what it says of the access point is not certain' };
  return new CompiledStatement(
    {
      ...statement,
      ...(resource && values && { resource: listOf(resource, values) }),
    },
    version,
    source,
    [...(odd === undefined ? [] : [{ at: '', message: odd }]), ...(isClear ? [] : [unclear])],
  );
}

function listOf(
  { not }: ListElement,
  values: readonly (readonly string[] | undefined)[],
): ListElement {
  // What is not clear may be all or nothing: the statement is odd.
  return { not, values: values.flatMap((one) => one ?? (not ? [] : ['*'])) };
}

/** Undefined: it cannot be put in terms of the access point. */
function valuesBehind(value: string, { point, bucket }: Behind): readonly string[] | undefined {
  if (/^\*+$/.test(value)) return [value];
  if (!/^arn:[^:*?$]*:s3:::/.test(value)) return isElsewhere(value) ? [] : undefined;
  const ends = quotient(value, `${bucket}/`);
  if (ends === undefined) return undefined;
  const isBucket = !value.includes('${') && globMatches(value, bucket);
  return [...(isBucket ? [point] : []), ...ends.map((end) => `${point}/object/${end}`)];
}

/** An ARN that no bucket has; wildcards before the last part, and what is no ARN, have rules of their own. */
function isElsewhere(value: string): boolean {
  const [, service, region = ''] = /^arn:[^:*?$]*:([^:*?$]*):([^:*?$]*):/.exec(value) ?? [];
  return service !== undefined && (service !== 's3' || region !== '');
}
