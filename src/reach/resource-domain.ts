import type { ResourceType } from '../facts/action-facts.ts';
import type { ActionCell } from './action-cell.ts';
import type { OpenDomain } from './domain.ts';
import type { Membership } from './find-value.ts';
import { machineOf, type Machine } from './text/machine.ts';
import { any, colon, slash, tokensOf, type Token } from './text/token.ts';

const machines = new Map<string, Machine>();

/**
 * What the resource of a request can be, by the type that its action works on. What AWS itself owns
 * has no account in its ARN even where the reference has one, e.g. parameters of SSM.
 */
export function resourceDomain(type: ActionCell['type'], account?: string): OpenDomain {
  if (type === 'unknown') return { is: 'open', missing: 'never', demands: [] };
  return {
    is: 'open',
    missing: 'never',
    demands: [machineOfType(type, { region: anyCell, account: anyCell })],
    preferred: [
      ...(account === undefined
        ? []
        : [{ region: tokensOf('us-east-1'), account: tokensOf(account) }]),
      { region: someCell, account: someCell },
    ].map((cells) => machineOfType(type, cells)),
  };
}

/** What stands where an ARN of the type varies. */
interface Cells {
  readonly region: readonly Token[];
  readonly account: readonly Token[];
}

const anyCell = [any.runInCell];
const someCell = [any.oneInCell, any.runInCell];

function machineOfType(type: Exclude<ActionCell['type'], 'unknown'>, cells: Cells): Membership {
  const name = type === undefined ? '*' : `${type.service} ${type.name} ${type.arn}`;
  const key = `${name} ${cells.region.join()} ${cells.account.join()}`;
  const known = machines.get(key) ?? machineOf(patternsOf(type, cells), false);
  machines.set(key, known);
  return { set: { family: 'text', machine: known }, inside: true };
}

/** AWS's partitions, the usual one first. */
export const partitions = ['aws', 'aws-cn', 'aws-us-gov', 'aws-iso', 'aws-iso-b', 'aws-eusc'];

function patternsOf(type: ResourceType | undefined, cells: Cells): readonly (readonly Token[])[] {
  if (type === undefined) return [tokensOf('*')];
  const [, partition = '', service = '', region = '', account = '', ...rest] = type.arn.split(':');
  const name = isS3Bucket(type) ? bucketTokens(type) : nameTokens(rest.join(':'));
  const tail = [
    ...[colon, ...cellTokens(service, someCell)],
    ...[colon, ...cellTokens(region, cells.region)],
    ...[colon, ...cellTokens(account, cells.account)],
    ...[colon, ...name],
  ];
  return (partition === '*' ? partitions : [partition]).map((one) => [
    ...tokensOf(`arn:${one}`),
    ...tail,
  ]);
}

function cellTokens(cell: string, varying: readonly Token[]): readonly Token[] {
  return cell === '*' ? varying : tokensOf(cell);
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
