import { statementBinding } from '../binding/binding.ts';
import { namesEveryone } from '../binding/everyone.ts';
import { eachStatement, warning, type Check } from './finding.ts';

/** An Allow for everyone that nothing narrows to callers somebody knows. */
export const wildcardPrincipals: Check = eachStatement((statement, { at, kind }) => {
  if (kind !== 'resource' && kind !== 'trust') return [];
  if (statement.effect !== 'Allow' || !namesEveryone(statement.principal)) return [];
  const binding = statementBinding(statement);
  if (binding === 'binds') return [];
  const name = statement.principal?.not === true ? 'NotPrincipal' : 'Principal';
  const doubt = binding === 'unclear' ? ', as far as its conditions are understood' : '';
  return [
    warning(
      'everyone',
      at(statement, name),
      `this lets everyone in, strangers too${doubt}; name the principals, or bind it with aws:PrincipalOrgID, aws:SourceVpce or the like under StringEquals`,
    ),
  ];
});
