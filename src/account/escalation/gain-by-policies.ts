import type { CompiledLayer } from '../../decide/compile-policy-set.ts';
import { excess } from '../../reach/excess.ts';
import type { Account } from '../account.ts';
import { matchesAction } from '../fact/action-match.ts';
import type { Actor } from './actor.ts';
import { gainBy, may, nothing, type Ends, type Gain } from './gain-by-question.ts';
import { ask } from './need.ts';
import { ownLayers, ownPolicies } from './own-policies.ts';

/**
 * Do the policies of `to` allow anything beyond those of `from`? It has no more if either of the two
 * layers that both must allow, its own policies or its boundary, says nothing more.
 */
export function gainByPolicies(account: Account, ends: Ends, concerns: Concerns): Gain {
  const theirs = ownLayers(account, ends.to);
  let first: Gain | undefined;
  for (const granting of theirs) {
    const gain = gainBeyondAll(account, ends, { granting, concerns });
    if (gain.is !== 'may') return gain;
    first ??= gain;
  }
  return first ?? may('its policies');
}

type Concerns = (action: string) => boolean;

interface Granted {
  readonly granting: CompiledLayer;
  readonly concerns: Concerns;
}

function gainBeyondAll(account: Account, ends: Ends, granted: Granted): Gain {
  for (const limit of ownLayers(account, ends.from)) {
    const gain = gainBeyond(account, ends, { ...granted, limit });
    if (gain.is !== 'no') return gain;
  }
  return nothing;
}

/** How many actions are set aside that only seem to be more. */
const tries = 8;

function gainBeyond(
  account: Account,
  { from, to }: Ends,
  { granting, limit, concerns }: Granted & { readonly limit: CompiledLayer },
): Gain {
  const barred = new Set<string>();
  for (let round = 0; round < tries; round += 1) {
    const answer = excess({
      granting,
      limit,
      callers: [{ name: from.arn, principal: from.principal }],
      resourceAccount: account.id,
      concerns: (action) => !barred.has(action.toLowerCase()) && concerns(action),
    });
    if (answer.is === 'no') return nothing;
    if (answer.is === 'may') return may(answer.reasons.join('; '));
    const { action, resource } = answer.witness;
    const words = `${action} on ${resource}`;
    const isTheirs = ask(account, to, { action, resource }).is;
    if (isTheirs === 'yes' && ask(account, from, { action, resource }).is === 'no') {
      return { is: 'yes', words };
    }
    // Where another layer keeps it from that, whatever else it is granted of the action decides.
    const granted = patternsOf(account, to, action);
    const isMore = granted.some(
      (one) => gainBy(account, { action, resource: one }, { from, to }).is !== 'no',
    );
    if (isMore) return may(words);
    barred.add(action.toLowerCase());
  }
  return may('its policies say too many things that other policies bar');
}

/** What its own policies name where they allow the action. */
function patternsOf(account: Account, actor: Actor, action: string): readonly string[] {
  const statements = ownPolicies(account, actor)
    .identity.flatMap(({ policy }) => policy.statements)
    .filter((one) => one.effect === 'Allow' && matchesAction(one.action, action));
  const patterns = statements.flatMap(({ resource }) =>
    resource === undefined || resource.not ? ['*'] : resource.values,
  );
  return [...new Set(patterns.map((one) => (one.includes('${') ? '*' : one)))];
}
