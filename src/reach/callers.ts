import type { CompiledLayer } from '../decide/compile-policy-set.ts';
import { contextOf } from '../decide/context.ts';
import type { PrincipalElement } from '../model/policy.ts';
import { callerOf, strangeAccount, type Caller } from './caller.ts';
import type { Domain } from './domain.ts';
import type { QuestionType } from './questions.ts';
import { partitions } from './resource-domain.ts';
import { machineOf } from './text/machine.ts';
import { any, tokensOf } from './text/token.ts';

/**
 * Everybody whom the policies tell apart: for identity policies some principal of the account; for
 * resource policies those named (in `others`, too), and of each account, and of each sort, one that
 * is not.
 */
export function callersOf(
  type: QuestionType,
  account: string,
  layers: readonly CompiledLayer[],
  texts: string,
  others: readonly string[] = [],
): readonly Caller[] {
  if (type === 'identity') return known([unnamedRole(account)]);
  const elements = layers
    .flatMap(({ allows, denies }) => [...allows, ...denies])
    .flatMap(({ statement }) => statement.principal ?? []);
  const names = [...elements.flatMap(namesIn), ...others];
  const accounts = new Set([
    account,
    strangeAccount(texts),
    ...names.flatMap(accountIn),
    ...layers.flatMap(accountsInConditions),
  ]);
  const services = new Set(elements.flatMap((one) => one.service).filter((one) => one !== '*'));
  const unnamed = [...layers.flatMap(servicesInConditions), 'unnamed.amazonaws.com'];
  const federated = elements.flatMap((one) => one.federated).filter((one) => one !== '*');
  return known(
    [
      'anonymous',
      ...[...accounts].map(unnamedRole),
      ...[...accounts].map((one) => `arn:aws:iam::${one}:root`),
      ...names.filter((one) => !/^\d{12}$/.test(one)),
      ...[...services, ...unnamed].map((service) => ({ service })),
    ],
    federated.map((provider) => ({ name: provider, principal: { kind: 'federated', provider } })),
  );
}

function known(
  names: readonly Caller['name'][],
  others: readonly Caller[] = [],
): readonly Caller[] {
  const callers = [...names.flatMap((name) => callerOf(name) ?? []), ...others];
  const byName = new Map(callers.map((one) => [JSON.stringify(one.name), one]));
  return [...byName.values()];
}

/** The name of whoever stands for others. */
export const unnamed = 'leastwise-witness';

/** Its name is open: conditions on aws:PrincipalArn may choose it. */
function unnamedRole(account: string): string {
  return `arn:aws:iam::${account}:role/${unnamed}`;
}

function namesIn({ aws }: PrincipalElement): readonly string[] {
  return aws.filter((one) => one !== '*' && !/[*?]/.test(one));
}

function accountIn(name: string): readonly string[] {
  const account = /^(?:arn:[^:]*:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(name)?.[1];
  return account === undefined ? [] : [account];
}

/** Accounts that conditions name; of a pattern, one that fits. */
function accountsInConditions(layer: CompiledLayer): readonly string[] {
  return (
    valuesInConditions(layer, accountKeys)
      .map((value) => value.split(':')[4] ?? value)
      // The stranger stands for any account.
      .filter((pattern) => !/^[*?]+$/.test(pattern))
      .flatMap((pattern) => {
        const digits = pattern.replaceAll('?', '0').replace('*', '0'.repeat(zeros(pattern)));
        const account = digits.replaceAll('*', '');
        return /^\d{12}$/.test(account) ? [account] : [];
      })
  );
}

const accountKeys: ReadonlySet<string> = new Set([
  ...['aws:principalaccount', 'aws:principalarn', 'kms:calleraccount'],
]);

/** Services that conditions name; of a pattern, one that fits. */
function servicesInConditions(layer: CompiledLayer): readonly string[] {
  return valuesInConditions(layer, serviceKeys).map((value) => value.replace(/[*?]/g, 'x'));
}

const serviceKeys: ReadonlySet<string> = new Set([
  ...['aws:principalservicename', 'aws:principalservicenameslist'],
]);

function valuesInConditions(
  { allows, denies }: CompiledLayer,
  keys: ReadonlySet<string>,
): readonly string[] {
  return [...allows, ...denies]
    .flatMap(({ statement }) => statement.conditions)
    .filter(({ key }) => keys.has(key.toLowerCase()))
    .flatMap(({ values }) => values);
}

/** How many a wildcard has to stand for. */
function zeros(pattern: string): number {
  return Math.max(0, 12 - pattern.replaceAll('*', '').length);
}

/** What follows for a key from who the caller is; undefined: nothing. */
export function domainOfCaller(key: string, { principal }: Caller): Domain | undefined {
  const fixed = (values: readonly string[] | undefined): Domain => ({
    is: 'fixed',
    values,
    context: contextOf(values === undefined ? {} : { [key]: values }),
  });
  const account = 'account' in principal ? [principal.account] : undefined;
  switch (key) {
    case 'kms:calleraccount':
      return fixed(account);
    case 'aws:principalarn':
      return arnDomain(principal, fixed);
    case 'aws:principalisawsservice':
      return fixed(isSigned(principal) ? [String(principal.kind === 'service')] : undefined);
    case 'aws:principalaccount':
      if (principal.kind === 'anonymous') return fixed(['anonymous']);
      return account && fixed(account);
    default:
      return principal.kind === 'anonymous' ? anonymousDomain(key, fixed) : undefined;
  }
}

type Fix = (values: readonly string[] | undefined) => Domain;

/** A request without credentials carries nothing of whom they belong to. */
function anonymousDomain(key: string, fixed: Fix): Domain | undefined {
  if (key === 'aws:principaltype') return fixed(['Anonymous']);
  if (key === 'aws:userid') return fixed(['anonymous']);
  const ofPrincipal = /^aws:principal(orgid|orgpaths|tag\/)/.test(key);
  return ofPrincipal ? fixed(undefined) : undefined;
}

function isSigned({ kind }: Caller['principal']): boolean {
  return kind !== 'anonymous' && kind !== 'federated';
}

function arnDomain(principal: Caller['principal'], fixed: Fix): Domain | undefined {
  if (!('arn' in principal)) return fixed(undefined);
  if (!principal.arn.endsWith(`:role/${unnamed}`)) return fixed([principal.arn]);
  const { account } = principal;
  const patterns = partitions.flatMap((partition) => [
    ...[`iam::${account}:role/`, `iam::${account}:user/`, `sts::${account}:federated-user/`].map(
      (start) => [...tokensOf(`arn:${partition}:${start}`), any.one, any.run],
    ),
    tokensOf(`arn:${partition}:iam::${account}:root`),
  ]);
  const machine = machineOf(patterns, false);
  return {
    is: 'open',
    missing: 'never',
    demands: [{ set: { family: 'text', machine }, inside: true }],
  };
}
