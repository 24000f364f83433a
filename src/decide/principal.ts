/** Who makes a request. */
export type Principal =
  | { readonly kind: 'user'; readonly arn: string; readonly account: string; readonly name: string }
  | RolePrincipal
  /** A session of GetFederationToken. */
  | {
      readonly kind: 'federated-user';
      readonly arn: string;
      readonly account: string;
      readonly name: string;
    }
  | { readonly kind: 'root'; readonly arn: string; readonly account: string }
  /** E.g. `sagemaker.amazonaws.com`, calling by itself or on behalf of a resource. */
  | { readonly kind: 'service'; readonly name: string }
  /** The unsigned caller of AssumeRoleWithWebIdentity or -WithSAML: an ARN or a host name. */
  | { readonly kind: 'federated'; readonly provider: string }
  | { readonly kind: 'anonymous' };

/** A session of a role. */
export interface RolePrincipal {
  readonly kind: 'role';
  /** The role's ARN. Without its path if only the session's ARN is known. */
  readonly arn: string;
  readonly account: string;
  /** Without the path. */
  readonly name: string;
  /** The ARN of the session, if a certain one is meant. */
  readonly session?: string;
  readonly serviceLinked: boolean;
}

/**
 * The principal behind an ARN (user, role, assumed-role, federated-user, root, SAML or OIDC
 * provider), an account id (its root), `anonymous` or a service principal's name. Undefined for
 * anything else.
 */
export function parsePrincipalName(text: string): Principal | undefined {
  if (text === 'anonymous') return { kind: 'anonymous' };
  const arn = /^arn:([^:]*):(iam|sts)::(\d{12}):(.+)$/s.exec(text);
  if (arn !== null) return principalOfArn(text, arn);
  if (/^\d{12}$/.test(text)) {
    return { kind: 'root', arn: `arn:aws:iam::${text}:root`, account: text };
  }
  if (/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(text)) return { kind: 'service', name: text };
  return undefined;
}

function principalOfArn(arn: string, match: RegExpExecArray): Principal | undefined {
  const [, partition = '', service = '', account = '', resource = ''] = match;
  if (service === 'iam' && resource === 'root') return { kind: 'root', arn, account };
  const [type = '', ...rest] = resource.split('/');
  const name = rest.at(-1) ?? '';
  if (name === '') return undefined;
  if (service === 'sts') return sessionPrincipal({ arn, partition, account, type, rest });
  if (type === 'user') return { kind: 'user', arn, account, name };
  if (type === 'role') {
    return { kind: 'role', arn, account, name, serviceLinked: rest[0] === 'aws-service-role' };
  }
  if (type === 'saml-provider' || type === 'oidc-provider')
    return { kind: 'federated', provider: arn };
  return undefined;
}

interface SessionParts {
  readonly arn: string;
  readonly partition: string;
  readonly account: string;
  readonly type: string;
  readonly rest: readonly string[];
}

function sessionPrincipal({
  arn,
  partition,
  account,
  type,
  rest,
}: SessionParts): Principal | undefined {
  const [name = ''] = rest;
  if (type === 'federated-user') return { kind: 'federated-user', arn, account, name };
  if (type !== 'assumed-role' || rest.length !== 2) return undefined;
  return {
    kind: 'role',
    arn: `arn:${partition}:iam::${account}:role/${name}`,
    account,
    name,
    session: arn,
    // The path is lost in a session's ARN; names that start so are kept for AWS.
    serviceLinked: name.startsWith('AWSServiceRoleFor'),
  };
}

/** The account a principal belongs to; none for services, federated callers and strangers. */
export function accountOf(principal: Principal): string | undefined {
  return 'account' in principal ? principal.account : undefined;
}
