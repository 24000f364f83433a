import { arnIn, policyDocument, type Loading } from './loading.ts';
import { roleReference, type NameUse } from './iam-names.ts';
import { suggest } from '../../yaml/problems.ts';
import type { JsonObject } from '../../model/json.ts';
import type { TrustFile, TrustWords } from './account-file.ts';

/** The trust policy behind what the file says: services, words, statements or a document. */
export function trustPolicy(loading: Loading, trust: TrustFile, use: NameUse): JsonObject {
  if (typeof trust === 'string') return policyDocument([trustService([trust], {})]);
  if (isList(trust)) {
    const services = trust.filter((one) => typeof one === 'string');
    const statements = trust.filter((one) => typeof one !== 'string');
    return policyDocument([
      ...(services.length > 0 ? [trustService(services, {})] : []),
      ...statements,
    ]);
  }
  if ('Statement' in trust) return trust;
  return policyDocument(statementsOf(loading, trust as TrustWords, use));
}

function isList(trust: TrustFile): trust is readonly (string | JsonObject)[] {
  return Array.isArray(trust);
}

function statementsOf(loading: Loading, words: TrustWords, use: NameUse): readonly JsonObject[] {
  const condition = conditionOf(words);
  const accounts = (words.accounts ?? []).map((id) => `arn:${loading.partition}:iam::${id}:root`);
  const roles = (words.roles ?? []).map((role, index) =>
    roleReference(loading, role, { ...use, path: [...use.path, 'roles', index] }),
  );
  const principals = [...accounts, ...roles];
  return [
    ...(words.services === undefined ? [] : [trustService(words.services, condition)]),
    ...(principals.length === 0 ? [] : [allow({ AWS: principals }, 'sts:AssumeRole', condition)]),
    ...(words.federated ?? []).map((name, index) => {
      const arn = providerArn(loading, name, { ...use, path: [...use.path, 'federated', index] });
      const web = arn.includes(':oidc-provider/');
      const action = web ? 'sts:AssumeRoleWithWebIdentity' : 'sts:AssumeRoleWithSAML';
      return allow({ Federated: arn }, action, condition);
    }),
  ];
}

function conditionOf({ sourceAccount, condition }: TrustWords): JsonObject {
  if (sourceAccount === undefined) return condition ?? {};
  const equals = (condition?.['StringEquals'] ?? {}) as JsonObject;
  return {
    ...condition,
    StringEquals: { ...equals, 'aws:SourceAccount': sourceAccount },
  };
}

/** `sagemaker` is short for `sagemaker.amazonaws.com`. */
function trustService(services: readonly string[], condition: JsonObject): JsonObject {
  const names = services.map((name) => (name.includes('.') ? name : `${name}.amazonaws.com`));
  const [first = '', ...rest] = names;
  return allow({ Service: rest.length === 0 ? first : names }, 'sts:AssumeRole', condition);
}

function allow(principal: JsonObject, action: string, condition: JsonObject): JsonObject {
  const statement = { Effect: 'Allow', Principal: principal, Action: action };
  return Object.keys(condition).length === 0 ? statement : { ...statement, Condition: condition };
}

function providerArn(loading: Loading, given: string, use: NameUse): string {
  if (given.startsWith('arn:')) return given;
  const arn = use.names.providers.get(given);
  if (arn !== undefined) return arn;
  const mend = suggest(given, use.names.providers.keys());
  loading.problems.add(use.path, `there is no identity provider "${given}"; ${mend}`);
  return arnIn(loading, 'iam', { resource: `oidc-provider/${given}` });
}
