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
  const allowed = [saml, web].filter((way) => allows(statement, way));
  const narrowed = narrowedHosts(statement);
  return principal.federated.flatMap((provider) => {
    const shown = provider.slice(0, 200);
    const way = provider.includes(':saml-provider/') ? saml : web;
    if (!allowed.includes(way)) {
      const message = `${shown} comes by ${way}, which this statement does not allow; add it`;
      return [warning('federated-action', at(statement, 'Action'), message)];
    }
    const host = hostOf(provider);
    if (host === undefined || narrowed.has(host.toLowerCase())) return [];
    const message = `everyone whom ${shown} knows may assume the role, for no condition says who; add one on ${host.slice(0, 200)}:sub`;
    return [warning('federated-open', at(statement), message)];
  });
}

const saml = 'sts:AssumeRoleWithSAML';
const web = 'sts:AssumeRoleWithWebIdentity';

function allows({ action }: Statement, wanted: string): boolean {
  return action.values.some((value) => globMatches(value.toLowerCase(), wanted.toLowerCase()));
}

/** Of a provider for web identities. */
function hostOf(provider: string): string | undefined {
  if (!provider.startsWith('arn:')) return provider;
  return /:oidc-provider\/(.+)$/s.exec(provider)?.[1];
}

/**
 * Hosts that have a condition which says who. The audience does so with those that AWS knows by name,
 * where each application has its own; with any other host it is the same for all its users.
 */
function narrowedHosts({ conditions }: Statement): ReadonlySet<string> {
  const keys = conditions.map(({ key }) => key.toLowerCase());
  return new Set(
    keys
      .filter((key) => !key.endsWith(':aud') || wellKnown.test(key))
      .map((key) => key.slice(0, Math.max(0, key.lastIndexOf(':')))),
  );
}

const wellKnown =
  /^(accounts\.google\.com|cognito-identity\.amazonaws\.com|graph\.facebook\.com|www\.amazon\.com):/;
