import { error, eachStatement, warning, type Check, type LintFinding } from './finding.ts';

/** Names of resources that IAM refuses, or that match more than they say. */
export const resourceForm: Check = eachStatement((statement, { at, kind }) => {
  const { resource } = statement;
  if (resource === undefined) return [];
  const place = at(statement, resource.not ? 'NotResource' : 'Resource');
  return resource.values.flatMap((value) => {
    // Amazon API Gateway completes such a name to the API's own ARN.
    if (kind === 'resource' && value.startsWith('execute-api:/')) return [];
    return formOf(value, place);
  });
});

function formOf(value: string, place: string): readonly LintFinding[] {
  if (/^\*+$/.test(value)) return [];
  const shown = `"${value.slice(0, 200)}"`;
  const [arn, , service = '', ...rest] = value.split(':', 6);
  if (arn !== 'arn') {
    const message = `${shown} is neither "*" nor an ARN; write the whole ARN`;
    return [error('not-an-arn', place, message)];
  }
  if (/[*?]/.test(service) && rest.length > 0) {
    const message = `${shown}: AWS takes no wildcard for the service of an ARN; name the service`;
    return [error('service-wildcard', place, message)];
  }
  if (rest.length < 3) {
    const message = `${shown} has fewer than the six parts of an ARN, and what is left out may stand for anything; write the whole ARN`;
    return [warning('short-arn', place, message)];
  }
  return [];
}
