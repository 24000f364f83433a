import { actionFacts, type ActionFacts } from '../../facts/action-facts.ts';
import { globsOverlap } from '../glob.ts';
import { arnParts } from './arn-parts.ts';
import { eachStatement, named, warning, type Check } from './finding.ts';

/** Actions that work on none of the statement's resources: no request will ever match both. */
export const resourceTypes: Check = eachStatement((statement, { at }) => {
  const { action, resource } = statement;
  if (resource === undefined || resource.not || action.not) return [];
  if (resource.values.some((value) => /^\*+$/.test(value))) return [];
  const known = action.values.flatMap((value) => actionFacts(value) ?? []);
  const place = at(statement, 'Resource');
  const starOnly = known.filter((one) => one.resourceTypes.length === 0).map((one) => one.action);
  const never = known.filter((one) => isIdle(one, resource.values)).map((one) => one.action);
  return [
    ...(starOnly.length === 0
      ? []
      : [
          warning(
            'resource-must-be-star',
            place,
            `${named(starOnly)}: only Resource "*" matches an action that works on no resource in particular; move it to a statement with Resource "*"`,
          ),
        ]),
    ...(never.length === 0
      ? []
      : [
          warning(
            'resource-never-matches',
            place,
            `${named(never)}: by the service authorization reference none of these resources is of a type that the action works on (${typesOf(never)}); add such a resource, or take the action out`,
          ),
        ]),
  ];
});

/** Types of one action tell what is missing; those of several would be a long list. */
function typesOf([first = '']: readonly string[]): string {
  return named((actionFacts(first)?.resourceTypes ?? []).map(({ arn }) => arn));
}

function isIdle({ resourceTypes: types }: ActionFacts, resources: readonly string[]): boolean {
  if (types.length === 0) return false;
  return !resources.some((value) => {
    const parts = arnParts(withoutVariables(value));
    // What a short ARN leaves out may stand for anything, and what is no ARN is another finding.
    return parts.length < 6 || types.some(({ arn }) => overlap(arnParts(arn), parts));
  });
}

/** Part by part, for `*` stays within its part but at the end. */
function overlap(one: readonly string[], other: readonly string[]): boolean {
  return one.every((part, index) => globsOverlap(part, other[index] ?? ''));
}

/** A variable may stand for any text. */
function withoutVariables(value: string): string {
  return value.replaceAll(/\$\{[^{}]*\}/g, '*');
}
