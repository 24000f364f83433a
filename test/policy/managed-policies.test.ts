import { expect } from 'chai';
import { compilePolicySet } from '../../src/decide/compile-policy-set.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../src/model/json.ts';
import { lintPolicy } from '../../src/policy/lint/lint-policy.ts';
import { parseDocument } from '../../src/policy/parse-policy.ts';
import { printPolicy } from '../../src/policy/print-policy.ts';
import { awsManagedPolicies } from '../support/aws-managed-policies.ts';

describe('The policies that AWS manages', function () {
  this.timeout(60_000);
  const policies = awsManagedPolicies();
  const documents = policies.flatMap(({ documents: all }) => all);

  it('are more than 1,500', () => {
    expect(policies.length).to.be.above(1500);
  });

  it('are parsed without an oddity, in every version', () => {
    const odd = policies.flatMap(({ name, documents: all }) =>
      all.flatMap((document, index) =>
        parseDocument(document).oddities.map(
          (one) => `${name} ${String(index)} ${one.at}: ${one.message}`,
        ),
      ),
    );
    expect(odd).to.deep.equal([]);
  });

  it('are printed back as they were, lists for single values apart', () => {
    const differing = documents.filter((document) => {
      const printed = printPolicy(parseDocument(document).policy);
      return JSON.stringify(normal(printed)) !== JSON.stringify(normal(document));
    });
    expect(differing).to.deep.equal([]);
  });

  it('are no errors to lint, but for their size, to which AWS has no limit itself', () => {
    const errors = policies.flatMap(({ name, documents: all }) =>
      all.slice(-1).flatMap((document) =>
        lintPolicy({ document, sha256: '' }, 'identity')
          .filter(({ level, code }) => level === 'error' && code !== 'size')
          .map(({ code, at }) => `${name} ${at} ${code}`),
      ),
    );
    expect(errors).to.deep.equal([]);
  });

  it('compile, with every element of every statement', () => {
    for (const document of documents) {
      const parsed = parseDocument(document);
      const { identity } = compilePolicySet({ identity: [{ name: 'policy', ...parsed }] });
      const all = [...identity.allows, ...identity.denies];
      expect(all.length).to.equal(parsed.policy.statements.length);
      for (const one of all) {
        expect(one.resource.patterns).not.to.equal(undefined);
        expect(one.conditions.length).to.equal(one.statement.conditions.length);
      }
    }
  });
});

/** Values in lists as text, members in order, no `Id`. */
function normal(document: JsonValue): JsonValue {
  if (!isJsonObject(document)) return document;
  const { Id: _, Statement = [], ...rest } = document;
  return sorted({ ...rest, Statement: [Statement].flat().map(statement) });
}

function statement(one: JsonValue): JsonValue {
  if (!isJsonObject(one)) return one;
  const lists = ['Action', 'NotAction', 'Resource', 'NotResource'];
  const entries = Object.entries(one).map(([name, value]) => {
    // AWS has had blanks in some actions.
    if (lists.includes(name)) return [name, texts(value).map((one) => one.replaceAll(' ', ''))];
    return [name, name === 'Condition' ? conditions(value) : value];
  });
  return sorted(Object.fromEntries(entries) as JsonObject);
}

function conditions(value: JsonValue): JsonValue {
  if (!isJsonObject(value)) return value;
  return sorted(
    Object.fromEntries(
      Object.entries(value).map(([operator, keys]) => [
        operator,
        isJsonObject(keys)
          ? sorted(Object.fromEntries(Object.entries(keys).map(([key, one]) => [key, texts(one)])))
          : keys,
      ]),
    ),
  );
}

function texts(value: JsonValue): readonly string[] {
  return [value].flat().map(String);
}

function sorted(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
