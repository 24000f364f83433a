import type { CompiledStatement } from '../../decide/compile-statement.ts';
import { guessedDomain, guessesFor, type Guesses } from '../guess.ts';
import { isReadInTwoWays } from '../make-cube.ts';
import { variablesIn } from '../variables-in.ts';
import { World } from '../world.ts';
import type { AccessQuestion } from './access-question.ts';
import { likelyValues } from './likely-values.ts';

type Statements = readonly CompiledStatement[];

/** As it is known, and with a value for every policy variable that has none: a witness needs some. */
export function tryingWorlds(question: AccessQuestion, statements: Statements): readonly World[] {
  const { domainOf } = question;
  const keys = new Set(statements.flatMap(variablesIn));
  const usual = likelyValues(statements, question);
  const guessed = (['distinct', 'alike'] as const)
    .map((kind) => guessesFor({ keys, domainOf, usual }, kind))
    .filter(({ size }) => size > 0);
  const plain = plainWorld(question, statements);
  return [plain, ...guessed.map((one) => worldOf(question, statements, { guesses: one }))];
}

/** All of these must say no. */
export function provingWorlds(question: AccessQuestion, statements: Statements): readonly World[] {
  const plain = plainWorld(question, statements);
  const needsLoose = statements.some(isReadInTwoWays);
  return needsLoose ? [plain, worldOf(question, statements, { loose: true })] : [plain];
}

export function plainWorld(question: AccessQuestion, statements: Statements): World {
  return worldOf(question, statements, {});
}

interface Reading {
  readonly loose?: boolean;
  readonly guesses?: Guesses;
}

function worldOf(
  { domainOf }: AccessQuestion,
  statements: Statements,
  { loose = false, guesses = new Map() }: Reading,
): World {
  return new World(statements, {
    loose,
    guessed: Object.fromEntries(guesses),
    domainOf: (key) => guessedDomain(key, guesses) ?? domainOf(key),
  });
}
