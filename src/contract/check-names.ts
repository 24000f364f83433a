import { suggest, type Problems } from '../yaml/problems.ts';
import type { YamlPath } from '../yaml/yaml-source.ts';
import type { AssertionFile, ContractFile } from './contract-file.ts';

const selectors = [
  ...['roles', 'users', 'executes', 'services', 'accounts', 'declared'],
  ...['organization', 'anyone'],
];

/** Adds a problem for every name that leads nowhere, and for every persona that names nobody. */
export function checkNames(content: ContractFile, problems: Problems): void {
  const artifacts = Object.keys(content.artifacts);
  const personas = Object.keys(content.personas ?? {});
  const check = (name: string, known: readonly string[], path: YamlPath, what: string): void => {
    if (known.includes(name)) return;
    const place = path.at(-1) === name ? 'name' : 'value';
    problems.add(path, `there is no ${what} "${name}"; ${suggest(name, known)}`, place);
  };
  for (const [artifact, asserted] of Object.entries(content.access)) {
    check(artifact, artifacts, ['access', artifact], 'artifact');
    for (const [verb, assertion] of Object.entries(asserted)) {
      const named = namedIn(assertion, ['access', artifact, verb]);
      for (const { name, path } of named) check(name, personas, path, 'persona');
    }
  }
  (content.exempt ?? []).forEach((name, index) => {
    check(name, personas, ['exempt', index], 'persona');
  });
  checkPersonas(content, problems);
}

function checkPersonas({ personas = {} }: ContractFile, problems: Problems): void {
  for (const [name, persona] of Object.entries(personas)) {
    const given = Object.keys(persona);
    const path = ['personas', name];
    if (!given.some((word) => selectors.includes(word))) {
      problems.add(path, `names nobody: give ${selectors.join(', ')}`);
    }
    if (persona.named !== undefined && persona.executes === undefined) {
      problems.add([...path, 'named'], 'goes with executes only', 'name');
    }
  }
}

interface Named {
  readonly name: string;
  readonly path: YamlPath;
}

function namedIn(assertion: AssertionFile, path: YamlPath): readonly Named[] {
  return Object.entries(assertion).flatMap(([step, value]: [string, unknown]): readonly Named[] => {
    if (typeof value === 'string') return [{ name: value, path: [...path, Number(step)] }];
    if (!Array.isArray(value)) return [];
    return value.map((name, index) => ({ name: String(name), path: [...path, step, index] }));
  });
}
