import type { PrincipalElement } from '../../model/policy.ts';
import { eachStatement, error, warning, type Check, type LintFinding } from './finding.ts';

/** Names of principals that AWS refuses when the policy is saved, or that name nobody. */
export const principalNames: Check = eachStatement((statement, { at, kind }) => {
  const { principal } = statement;
  if (principal === undefined || (kind !== 'resource' && kind !== 'trust')) return [];
  const place = at(statement, principal.not ? 'NotPrincipal' : 'Principal');
  return members.flatMap(({ member, list, judge }) =>
    list(principal).flatMap((name) => {
      // `*` is everyone; in part of a name it is not valid, which the parser says.
      if (/[*?]/.test(name)) return [];
      return judge(name, `${place}/${member}`, `"${name.slice(0, 200)}"`);
    }),
  );
});

type Judge = (name: string, place: string, shown: string) => readonly LintFinding[];

const awsName: Judge = (name, place, shown) => {
  if (/^A(IDA|ROA|GPA|NPA)[A-Z0-9]{8,}$/.test(name)) {
    const message = `${shown} is what is left of a principal that was deleted, and matches nobody; remove it`;
    return [warning('deleted-principal', place, message)];
  }
  if (/^arn:[^:]*:iam::[^:]*:group\//.test(name)) {
    const message = `${shown} is a group, and groups are not principals; name its users, or a role`;
    return [error('group-principal', place, message)];
  }
  if (principalForms.some((form) => form.test(name))) return [];
  const message = `${shown} is no principal: write an account's 12 digits, or the ARN of a user, role, session or root`;
  return [error('principal-form', place, message)];
};

const principalForms: readonly RegExp[] = [
  /^\d{12}$/,
  /^arn:[\w-]+:iam::(\d{12}|cloudfront):(root$|user\/.|role\/.)/,
  /^arn:[\w-]+:sts::\d{12}:(assumed-role\/.+\/.|federated-user\/.|self$)/,
];

const serviceName: Judge = (name, place, shown) => {
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)*\.(amazonaws\.com(\.cn)?|amazon\.com|aws\.internal)$/.test(name)) {
    return [];
  }
  const message = `${shown} does not look like a service's name, e.g. sagemaker.amazonaws.com; check it`;
  return [warning('service-name', place, message)];
};

/** The four that need no provider in the account. */
const hosts = [
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
];

const federatedName: Judge = (name, place, shown) => {
  if (hosts.includes(name)) return [];
  if (/^arn:[\w-]+:iam::\d{12}:(saml|oidc)-provider\/./.test(name)) return [];
  const message = `${shown} is no identity provider: write the ARN of a saml-provider or oidc-provider`;
  return [warning('federated-name', place, message)];
};

const canonicalUser: Judge = (name, place, shown) =>
  /^[0-9a-f]{64}$/.test(name)
    ? []
    : [error('canonical-user', place, `${shown} is no canonical user id, which has 64 hex digits`)];

interface Member {
  readonly member: string;
  readonly list: (principal: PrincipalElement) => readonly string[];
  readonly judge: Judge;
}

const members: readonly Member[] = [
  { member: 'AWS', list: ({ aws }) => aws, judge: awsName },
  { member: 'Service', list: ({ service }) => service, judge: serviceName },
  { member: 'Federated', list: ({ federated }) => federated, judge: federatedName },
  { member: 'CanonicalUser', list: (one) => one.canonicalUser, judge: canonicalUser },
];
