import type { Statement } from '../../model/policy.ts';
import {
  eachStatement,
  error,
  type Check,
  type LintFinding,
  type LintedPolicy,
} from './finding.ts';

/** Elements that a policy of its type must have, or must not. */
export const elements: Check = eachStatement((statement, linted) => {
  switch (linted.kind) {
    case 'identity':
    case 'scp':
      return [...noPrincipal(statement, linted), ...needsResource(statement, linted)];
    case 'resource':
      return needsPrincipal(statement, linted);
    case 'rcp':
      return [...onlyEveryone(statement, linted), ...needsResource(statement, linted)];
    case 'trust':
      return [...needsPrincipal(statement, linted), ...trustOnly(statement, linted)];
  }
});

function noPrincipal(statement: Statement, { at, kind }: LintedPolicy): readonly LintFinding[] {
  if (statement.principal === undefined) return [];
  const name = statement.principal.not ? 'NotPrincipal' : 'Principal';
  const message = `a policy of type ${kind} has no ${name}: it applies to whom it is attached to; remove the element`;
  return [error('principal-not-allowed', at(statement, name), message)];
}

function needsPrincipal(statement: Statement, { at }: LintedPolicy): readonly LintFinding[] {
  if (statement.principal !== undefined) return [];
  return [
    error('principal-missing', at(statement), 'add a Principal: whom does this statement name?'),
  ];
}

function needsResource(statement: Statement, { at }: LintedPolicy): readonly LintFinding[] {
  if (statement.resource !== undefined) return [];
  return [error('resource-missing', at(statement), 'add a Resource, or "*" for all')];
}

function onlyEveryone(statement: Statement, { at }: LintedPolicy): readonly LintFinding[] {
  const { principal, effect } = statement;
  const findings: LintFinding[] = [];
  if (principal?.everyone !== true || principal.not) {
    findings.push(
      error('rcp-principal', at(statement), 'a resource control policy takes no Principal but "*"'),
    );
  }
  if (effect === 'Allow') {
    findings.push(
      error(
        'rcp-allow',
        at(statement, 'Effect'),
        'only RCPFullAWSAccess allows; write what is denied',
      ),
    );
  }
  return findings;
}

function trustOnly(statement: Statement, { at }: LintedPolicy): readonly LintFinding[] {
  const { principal, resource } = statement;
  return [
    ...(principal?.not === true
      ? [
          error(
            'trust-not-principal',
            at(statement, 'NotPrincipal'),
            'a trust policy takes no NotPrincipal; name whom it trusts',
          ),
        ]
      : []),
    ...(resource !== undefined
      ? [
          error(
            'trust-resource',
            at(statement, 'Resource'),
            'a trust policy has no Resource: it is the role',
          ),
        ]
      : []),
  ];
}
