import { createRequire } from 'node:module';
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import type { CredentialProvider, Credentials } from './client-pool.ts';
import type { Clock } from './clock.ts';
import { guardedTransport, type Transport } from './transport.ts';

const require = createRequire(import.meta.url);

export interface CredentialOptions {
  readonly profile?: string;
  readonly role?: { readonly arn: string; readonly externalId?: string; readonly session: string };
  readonly region: string;
}

/**
 * The caller's credentials by the SDK's own chain (environment, profile, SSO, container, instance),
 * or those of a role assumed with them. Asked for once and kept until five minutes before they
 * expire; a client of the SDK would ask once per client.
 */
export function resolveCredentials(
  options: CredentialOptions,
  environment: {
    readonly clock: Clock;
    readonly transport: Transport;
    readonly anyHost: boolean;
  },
): CredentialProvider {
  const providers =
    require('@aws-sdk/credential-providers') as typeof import('@aws-sdk/credential-providers');
  const { profile, role, region } = options;
  const chain = providers.fromNodeProviderChain(profile === undefined ? {} : { profile });
  if (role === undefined) return memoized(chain, environment.clock);
  const assumed = providers.fromTemporaryCredentials({
    masterCredentials: chain,
    params: {
      RoleArn: role.arn,
      RoleSessionName: role.session,
      ...(role.externalId !== undefined && { ExternalId: role.externalId }),
    },
    clientConfig: {
      region,
      // The one call beside reading, by a client that can do nothing else.
      requestHandler: guardedTransport(environment.transport, {
        allowed: new Set(['sts:AssumeRole']),
        anyHost: environment.anyHost,
      }) as unknown as NodeHttpHandler,
    },
  });
  return memoized(assumed, environment.clock);
}

const refreshBefore = 5 * 60_000;

/** Asks `provider` again only when its last answer is about to expire; never twice at a time. */
export function memoized(provider: CredentialProvider, clock: Clock): CredentialProvider {
  let current: Promise<Credentials> | undefined;
  let goodUntil = Number.POSITIVE_INFINITY;
  return () => {
    if (current !== undefined && clock.now() < goodUntil) return current;
    goodUntil = Number.POSITIVE_INFINITY;
    current = provider().then(
      (credentials) => {
        const { expiration } = credentials;
        if (expiration !== undefined) goodUntil = expiration.getTime() - refreshBefore;
        return credentials;
      },
      (error: unknown) => {
        current = undefined;
        throw error;
      },
    );
    return current;
  };
}
