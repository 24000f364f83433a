import { createRequire } from 'node:module';

/** Service name as used in operation ids, to the SDK package that serves it. */
interface Packages {
  sts: typeof import('@aws-sdk/client-sts');
  account: typeof import('@aws-sdk/client-account');
  iam: typeof import('@aws-sdk/client-iam');
  s3: typeof import('@aws-sdk/client-s3');
  s3control: typeof import('@aws-sdk/client-s3-control');
  kms: typeof import('@aws-sdk/client-kms');
  ecr: typeof import('@aws-sdk/client-ecr');
  organizations: typeof import('@aws-sdk/client-organizations');
  sagemaker: typeof import('@aws-sdk/client-sagemaker');
}

export type ServiceId = keyof Packages;

type CommandName<M> = keyof M & `${string}Command`;
type OperationsOf<S extends ServiceId> =
  CommandName<Packages[S]> extends infer C
    ? C extends `$${string}`
      ? never
      : C extends `${infer O}Command`
        ? `${S}:${O}`
        : never
    : never;

/** `service:Operation`, e.g. `sagemaker:ListModels`, for every operation the SDK knows. */
export type OperationId = { [S in ServiceId]: OperationsOf<S> }[ServiceId];

type CommandOf<O extends OperationId> = O extends `${infer S extends ServiceId}:${infer N}`
  ? `${N}Command` extends keyof Packages[S]
    ? Packages[S][`${N}Command`]
    : never
  : never;

type Instance<O extends OperationId> =
  CommandOf<O> extends abstract new (...args: never) => infer I ? I : never;

export type Input<O extends OperationId> =
  Instance<O> extends { readonly input: infer I } ? I : never;

export type Output<O extends OperationId> =
  Instance<O> extends {
    resolveMiddleware(...args: never): (...args: never) => Promise<{ output: infer T }>;
  }
    ? T
    : never;

const require = createRequire(import.meta.url);

const packageNames: Record<ServiceId, string> = {
  sts: '@aws-sdk/client-sts',
  account: '@aws-sdk/client-account',
  iam: '@aws-sdk/client-iam',
  s3: '@aws-sdk/client-s3',
  s3control: '@aws-sdk/client-s3-control',
  kms: '@aws-sdk/client-kms',
  ecr: '@aws-sdk/client-ecr',
  organizations: '@aws-sdk/client-organizations',
  sagemaker: '@aws-sdk/client-sagemaker',
};

/**
 * The SDK package of a service, loaded when first asked for. `createRequire` because `import()` of
 * these packages takes 1.8 times as long: they have no `exports`, so Node lexes the whole bundle.
 */
export function loadService<S extends ServiceId>(service: S): Packages[S] {
  return require(packageNames[service]) as Packages[S];
}

/** Installed version of each SDK package, for the manifest. */
export function sdkVersions(): Record<string, string> {
  return Object.fromEntries(
    Object.values(packageNames).map((name) => {
      const { version } = require(`${name}/package.json`) as { version: string };
      return [name, version];
    }),
  );
}

export function serviceOf(operation: OperationId): ServiceId {
  return operation.slice(0, operation.indexOf(':')) as ServiceId;
}

/** `ListModels` of `sagemaker:ListModels`. */
export function operationName(operation: OperationId): string {
  return operation.slice(operation.indexOf(':') + 1);
}
