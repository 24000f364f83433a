import { contextOf } from '../decide/context.ts';
import { derivedContext } from '../decide/derived-context.ts';
import { prepareRequest } from '../decide/prepared-request.ts';
import { sourceText } from '../decide/reason-text.ts';
import { no, yes } from '../decide/tri.ts';
import type { ActionCell } from './action-cell.ts';
import type { Answer, Witness } from './answer.ts';
import type { Caller } from './caller.ts';
import type { OpenDomain } from './domain.ts';
import type { ExcessQuestion } from './excess.ts';
import { Budget } from './budget.ts';
import { layerAllows } from './layer-allows.ts';
import { resourceVariable } from './resource-atom.ts';
import type { SearchResult } from './search.ts';
import { bestSolution } from './solve-variable.ts';
import type { World } from './world.ts';
import { writtenContext } from './written-context.ts';

interface Scene {
  readonly question: Pick<
    ExcessQuestion,
    'granting' | 'limit' | 'also' | 'resourceAccount' | 'contextOf'
  >;
  readonly cell: ActionCell;
  readonly caller: Caller;
  readonly world: World;
}

/**
 * Asks the concrete engine about a request that was found; undefined: it does not confirm it.
 * `resources`: what the resource can be.
 */
export function replay(
  { assignment, cubes }: Extract<SearchResult, { is: 'found' }>,
  { question, cell, caller, world }: Scene,
  resources: OpenDomain,
): Extract<Answer, { is: 'yes' }> | undefined {
  const { granting, limit, also = [], resourceAccount, contextOf: complete } = question;
  const resource = assignment.get(resourceVariable)?.[0] ?? exampleOf(cell, resources);
  if (resource === undefined) return undefined;
  const context = { ...world.guessed, ...writtenContext(assignment, caller) };
  const request = prepareRequest(
    {
      principal: caller.principal,
      action: cell.action,
      resource,
      resourceAccount,
      context:
        complete?.(context, caller) ??
        derivedContext(caller.principal, resourceAccount, contextOf(context)),
    },
    false,
  );
  const isAllowed = [granting, ...also].every((one) => layerAllows(one, request) === yes);
  if (!isAllowed || layerAllows(limit, request) !== no) return undefined;
  const witness: Witness = { principal: caller.name, action: cell.action, resource, context };
  const reasons = cubes.map(({ statement }) => sourceText(statement.source));
  return { is: 'yes', witness, reasons };
}

/** Any resource, where no statement asks for one. */
function exampleOf({ type }: ActionCell, resources: OpenDomain): string | undefined {
  if (type === undefined) return '*';
  const solution = bestSolution([], resources, new Budget(20_000));
  return solution.is === 'found' ? solution.values?.[0] : undefined;
}
