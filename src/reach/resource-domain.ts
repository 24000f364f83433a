import { parseTemplate } from '../decide/variables.ts';
import type { ActionCell } from './action-cell.ts';
import type { Domain } from './domain.ts';
import { machineOf, type Machine } from './text/machine.ts';
import { arnTokens } from './text/pattern-tokens.ts';
import { any, slash, tokensOf, type Token } from './text/token.ts';

const machines = new Map<string, Machine>();

/** What the resource of a request can be, by the type that its action works on. */
export function resourceDomain(type: ActionCell['type']): Domain {
  const demands = type === 'unknown' ? [] : [machineOfType(type)];
  return {
    is: 'open',
    missing: 'never',
    demands: demands.map((machine) => ({ set: { family: 'text', machine }, inside: true })),
  };
}

function machineOfType(type: Exclude<ActionCell['type'], 'unknown'>): Machine {
  const key = type === undefined ? '*' : `${type.service} ${type.name} ${type.arn}`;
  const known = machines.get(key) ?? machineOf([tokensOfType(type)], false);
  machines.set(key, known);
  return known;
}

function tokensOfType(type: Exclude<ActionCell['type'], 'unknown'>): readonly Token[] {
  if (type === undefined) return tokensOf('*');
  // The name of a bucket has no slash; a pattern of the reference does not say so.
  if (type.service === 's3' && /^arn:\*:s3:::\*(\/\*)?$/.test(type.arn)) {
    const bucket = [...tokensOf('arn:'), any.runInCell, ...tokensOf(':s3:::'), any.runInName];
    return type.arn.endsWith('/*') ? [...bucket, slash, any.run] : bucket;
  }
  const { parts } = parseTemplate(type.arn, { variables: false, wildcards: true });
  return arnTokens(parts, () => undefined, false).tokens;
}
