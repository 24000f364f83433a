import { sha256 } from '../model/canonical.ts';
import { checkSchema } from '../yaml/check-schema.ts';
import { Problems } from '../yaml/problems.ts';
import { readYaml } from '../yaml/yaml-source.ts';
import { accessSchema } from './access-schema.ts';
import { checkNames } from './check-names.ts';
import { listOf, type ContractFile, type PersonaFile } from './contract-file.ts';
import { verbs, type Clause, type Contract, type PersonaSpec } from './contract.ts';
import { readArtifact } from './read-artifact.ts';
import { workWords } from './work-word.ts';

/**
 * The contract that a text states.
 *
 * @throws UserError that names, for everything wrong, file, line, column, place and mend.
 */
export function readContract(text: string, file: string): Contract {
  const source = readYaml(text, file);
  const problems = new Problems(source, file);
  checkSchema(accessSchema, source.value, problems);
  problems.throwIfAny();
  const content = source.value as ContractFile; // The schema has just said that it is one.
  checkNames(content, problems);
  const artifacts = Object.entries(content.artifacts).map(
    ([name, one]) => [name, readArtifact(one, ['artifacts', name], problems)] as const,
  );
  problems.throwIfAny();
  return {
    file,
    sha256: sha256(text),
    artifacts: new Map(artifacts),
    personas: new Map(Object.entries(content.personas ?? {}).map(([n, one]) => [n, persona(one)])),
    clauses: clausesOf(content),
    exempt: content.exempt ?? [],
    transitive: content.transitive ?? true,
    severity: content.severity ?? 'high',
  };
}

function persona(one: PersonaFile): PersonaSpec {
  return {
    roles: listOf(one.roles),
    users: listOf(one.users),
    executes: listOf(one.executes).map((word) => workWords[word]),
    named: listOf(one.named),
    services: listOf(one.services),
    accounts: listOf(one.accounts),
    declared: listOf(one.declared),
    organization: one.organization ?? false,
    anyone: one.anyone ?? false,
  };
}

function clausesOf({ access }: ContractFile): readonly Clause[] {
  return Object.entries(access).flatMap(([artifact, asserted]) =>
    verbs.flatMap((verb): readonly Clause[] => {
      const personas = asserted[verb];
      if (personas === undefined) return [];
      const { must = [], may = [] } = isList(personas) ? { must: personas } : personas;
      return [{ artifact, verb, must, may }];
    }),
  );
}

function isList(value: readonly string[] | object): value is readonly string[] {
  return Array.isArray(value);
}
