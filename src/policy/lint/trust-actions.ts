import type { Statement } from '../../model/policy.ts';
import { globMatches } from '../glob.ts';
import {
  eachStatement,
  error,
  named,
  warning,
  type Check,
  type LintFinding,
  type LintedPolicy,
} from './finding.ts';

/** Ways into a role, and who comes by each. */
export const trustActions: Check = eachStatement((statement, linted) => {
  if (linted.kind !== 'trust' || statement.action.not) return [];
  return [...foreignActions(statement, linted), ...wrongWay(statement, linted)];
});

function foreignActions(statement: Statement, { at }: LintedPolicy): readonly LintFinding[] {
  const foreign = statement.action.values.filter((value) => !/^(\*|sts:)/i.test(value));
  if (foreign.length === 0) return [];
  const message = `${named(foreign)}: a trust policy says who may assume the role, and takes actions of sts only`;
  return [error('trust-action', at(statement, 'Action'), message)];
}

/** Who signs in by a provider has no AWS credentials, and so cannot call sts:AssumeRole. */
function wrongWay(statement: Statement, { at }: LintedPolicy): readonly LintFinding[] {
  const { principal, effect } = statement;
  if (effect !== 'Allow' || principal === undefined || principal.not) return [];
  return principal.federated.flatMap((provider) => {
    const way = provider.includes(':saml-provider/')
      ? 'sts:AssumeRoleWithSAML'
      : 'sts:AssumeRoleWithWebIdentity';
    if (!allows(statement, way)) {
      const message = `${provider.slice(0, 200)} comes by ${way}, which this statement does not allow; add it`;
      return [warning('federated-action', at(statement, 'Action'), message)];
    }
    return isOpen(statement, provider)
      ? [
          warning(
            'federated-open',
            at(statement),
            `everyone whom ${provider.slice(0, 200)} knows may assume the role, for no condition says who; add one on the provider's sub`,
          ),
        ]
      : [];
  });
}

function allows({ action }: Statement, wanted: string): boolean {
  return action.values.some((value) => globMatches(value.toLowerCase(), wanted.toLowerCase()));
}

/** A provider's audience is one application of four big ones, and all of AWS for everybody else. */
function isOpen({ conditions }: Statement, provider: string): boolean {
  const host = /:oidc-provider\/(.+)$/s.exec(provider)?.[1];
  if (host === undefined && provider.startsWith('arn:')) return false;
  const prefix = `${host ?? provider}:`.toLowerCase();
  return !conditions.some(({ key }) => {
    const name = key.toLowerCase();
    return name.startsWith(prefix) && (host === undefined || name !== `${prefix}aud`);
  });
}
