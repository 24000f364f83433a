import { eachStatement, warning, type Check, type LintFinding } from './finding.ts';

/** `NotAction` or `NotResource` grants whatever AWS adds later. */
const inverted = (element: 'action' | 'resource', place: string): LintFinding =>
  warning(
    `allow-not-${element}`,
    place,
    `this allows every ${element} but those listed, future ones too; list what is needed`,
  );

/** In an SCP an Allow grants nothing, and to list what is not allowed is the usual way. */
export const invertedAllows: Check = eachStatement((statement, { at, kind }) => {
  if (statement.effect !== 'Allow' || kind === 'scp') return [];
  return [
    ...(statement.action.not ? [inverted('action', at(statement, 'NotAction'))] : []),
    ...(statement.resource?.not === true
      ? [inverted('resource', at(statement, 'NotResource'))]
      : []),
  ];
});
