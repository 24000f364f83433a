import type { ResourceType } from '../facts/action-facts.ts';
import type { ActionCell } from './action-cell.ts';
import type { Domain } from './domain.ts';
import { machineOf, type Machine } from './text/machine.ts';
import { any, colon, slash, tokensOf, type Token } from './text/token.ts';

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
  const known = machines.get(key) ?? machineOf(patternsOf(type), false);
  machines.set(key, known);
  return known;
}

/** AWS's partitions, the usual one first. */
export const partitions = ['aws', 'aws-cn', 'aws-us-gov', 'aws-iso', 'aws-iso-b', 'aws-eusc'];

function patternsOf(type: ResourceType | undefined): readonly (readonly Token[])[] {
  if (type === undefined) return [tokensOf('*')];
  const [, partition = '', service = '', region = '', account = '', ...rest] = type.arn.split(':');
  const cells = [service, region, account].flatMap((cell) => [colon, ...cellTokens(cell)]);
  const name = isS3Bucket(type) ? bucketTokens(type) : nameTokens(rest.join(':'));
  return (partition === '*' ? partitions : [partition]).map((one) => [
    ...tokensOf(`arn:${one}`),
    ...cells,
    colon,
    ...name,
  ]);
}

/** What varies in an ARN is never empty. */
function cellTokens(cell: string): readonly Token[] {
  return cell === '*' ? [any.oneInCell, any.runInCell] : tokensOf(cell);
}

function nameTokens(name: string): readonly Token[] {
  return name
    .split('*')
    .flatMap((text, index) => [...(index > 0 ? [any.one, any.run] : []), ...tokensOf(text)]);
}

function isS3Bucket({ service, arn }: ResourceType): boolean {
  return service === 's3' && /^arn:\*:s3:::\*(\/\*)?$/.test(arn);
}

/** The name of a bucket has no slash; a pattern of the reference does not say so. */
function bucketTokens({ arn }: ResourceType): readonly Token[] {
  const bucket = [any.oneInCell, any.runInName];
  return arn.endsWith('/*') ? [...bucket, slash, any.one, any.run] : bucket;
}
