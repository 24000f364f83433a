import { eachStatement, warning, type Check } from './finding.ts';

/** `${…}` is text in documents that do not say version 2012-10-17. */
export const literalVariables: Check = (linted) => {
  const { version } = linted.policy;
  if (version === '2012-10-17') return [];
  return eachStatement((statement, { at }) => {
    const values = [
      ...(statement.resource?.values ?? []),
      ...statement.conditions.flatMap((one) => one.values),
    ];
    const [first] = values.filter((value) => /\$\{[^}]*\}/.test(value));
    if (first === undefined) return [];
    const message = `without "Version": "2012-10-17" the variable in ${first.slice(0, 200)} is taken as text and matches nothing; add the version`;
    return [warning('variable-is-text', at(statement), message)];
  })(linted);
};
