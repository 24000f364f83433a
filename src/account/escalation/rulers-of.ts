import { notCollected } from '../../model/observed.ts';
import type { Persona } from '../../model/persona.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import { isPersona } from '../persona/persona-of.ts';
import { actorsOf } from './actor.ts';
import { escalationsFrom } from './escalations-of.ts';
import { hasEverything } from './has-everything.ts';

/** Personas that nobody of another should become. */
export const ruling: readonly Persona[] = ['administrator', 'deployer', 'keyAdmin', 'breakGlass'];

const known = new WeakMap<Account, ReadonlyMap<string, string>>();

/**
 * Those who administrate or deploy, and why, by ARN: declared so, allowed everything by their
 * policies, or free to allow themselves everything.
 */
export function rulersOf(account: Account): ReadonlyMap<string, string> {
  const rulers = known.get(account) ?? new Map(listRulers(account));
  known.set(account, rulers);
  return rulers;
}

/** Those of whom it cannot be told. */
export function unclearRulers(account: Account): readonly Missing[] {
  const rulers = rulersOf(account);
  return actorsOf(account)
    .filter((actor) => !rulers.has(actor.arn) && hasEverything(account, actor) === 'may')
    .map(({ arn }) => ({
      what: `the policies of ${arn}`,
      why: notCollected('not all of them were read and understood'),
    }));
}

export function isRuler(account: Account, arn: string): boolean {
  return rulersOf(account).has(arn);
}

function listRulers(account: Account): readonly (readonly [arn: string, why: string])[] {
  return actorsOf(account).flatMap((actor): readonly (readonly [string, string])[] => {
    const { arn } = actor;
    const persona = ruling.find((one) => isPersona(account, one, arn));
    if (persona !== undefined) return [[arn, `which is declared as ${persona}`]];
    if (hasEverything(account, actor) === 'yes') return [[arn, 'which is allowed everything']];
    const widens = escalationsFrom(account, 'ESC-16', arn).some(
      ({ to, is }) => to === arn && is === 'yes',
    );
    return widens ? [[arn, 'which can allow itself everything']] : [];
  });
}
