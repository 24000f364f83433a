import { actionFacts } from '../../facts/action-facts.ts';
import { eachStatement, warning, type Check } from './finding.ts';

/** Actions that know only the resource `*`, under a Resource that is an ARN: they never match. */
export const needsStar: Check = eachStatement((statement, { at }) => {
  const { action, resource } = statement;
  if (resource === undefined || resource.not || action.not) return [];
  if (resource.values.some((value) => /^\*+$/.test(value))) return [];
  return action.values
    .filter((value) => actionFacts(value)?.resourceTypes.length === 0)
    .map((value) =>
      warning(
        'resource-must-be-star',
        at(statement, 'Resource'),
        `${value} works on no resource in particular, so only "*" matches it; move it to a statement with Resource "*"`,
      ),
    );
});

/** Patterns that match in another way than they seem to, or not at all. */
export const resourcePattern: Check = eachStatement((statement, { at }) => {
  const { resource } = statement;
  if (resource === undefined) return [];
  const place = at(statement, resource.not ? 'NotResource' : 'Resource');
  return resource.values.flatMap((value) => {
    const shown = value.slice(0, 200);
    const [, , service = ''] = value.split(':', 3);
    return [
      ...(/\$\{(?![^{}]*\})/.test(value)
        ? [
            warning(
              'broken-variable',
              place,
              `"${shown}" begins a policy variable and does not close it; add the brace`,
            ),
          ]
        : []),
      ...(value.startsWith('arn:') && /[*?]/.test(service)
        ? [
            warning(
              'service-wildcard',
              place,
              `"${shown}": AWS takes no wildcard for the service of an ARN; name the service`,
            ),
          ]
        : []),
    ];
  });
});

/** Names that are neither `*` nor an ARN. */
export const resourceForm: Check = eachStatement((statement, { at }) => {
  const { resource } = statement;
  if (resource === undefined) return [];
  const place = at(statement, resource.not ? 'NotResource' : 'Resource');
  return resource.values
    .filter((value) => !/^\*+$/.test(value) && !value.startsWith('arn:'))
    .map((value) =>
      warning(
        'not-an-arn',
        place,
        `"${value.slice(0, 200)}" is neither "*" nor an ARN; write the whole ARN`,
      ),
    );
});
