import { eachStatement, warning, type Check } from './finding.ts';

/**
 * A Deny with NotPrincipal spares a session only if its role, its account and the session itself are
 * listed, and spares nobody who has a permissions boundary (IAM User Guide, NotPrincipal).
 */
export const notPrincipals: Check = eachStatement((statement, { at, kind }) => {
  if (kind !== 'resource' || statement.effect !== 'Deny') return [];
  if (statement.principal?.not !== true) return [];
  return [
    warning(
      'deny-not-principal',
      at(statement, 'NotPrincipal'),
      'this denies sessions of the roles listed unless role, account and session are all listed, and everyone with a permissions boundary; write Principal "*" and a condition ArnNotEquals on aws:PrincipalArn',
    ),
  ];
});
