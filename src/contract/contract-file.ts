import type { ArtifactClass } from '../model/artifact-class.ts';
import type { Persona } from '../model/persona.ts';
import type { Severity } from '../model/record.ts';
import type { Verb } from './contract.ts';
import type { WorkWord } from './work-word.ts';

export type Some<T> = T | readonly T[];

/** What the schema of a contract lets through. */
export interface ContractFile {
  readonly artifacts: { readonly [name: string]: ArtifactFile };
  readonly personas?: { readonly [name: string]: PersonaFile };
  readonly access: { readonly [artifact: string]: { readonly [V in Verb]?: AssertionFile } };
  readonly exempt?: readonly string[];
  readonly transitive?: boolean;
  readonly severity?: Severity;
}

export interface ArtifactFile {
  readonly is?: Some<string>;
  readonly key?: Some<string>;
  readonly usedBy?: Some<WorkWord>;
  readonly writtenBy?: Some<WorkWord>;
  readonly runBy?: Some<WorkWord>;
  readonly named?: Some<string>;
  readonly class?: Some<ArtifactClass>;
}

export interface PersonaFile {
  readonly roles?: Some<string>;
  readonly users?: Some<string>;
  readonly executes?: Some<WorkWord>;
  readonly named?: Some<string>;
  readonly services?: Some<string>;
  readonly accounts?: Some<string>;
  readonly declared?: Some<Persona>;
  readonly organization?: true;
  readonly anyone?: true;
}

export type AssertionFile =
  readonly string[] | { readonly must?: readonly string[]; readonly may?: readonly string[] };

/** One or many as a list; left out is none. */
export function listOf<T extends string>(some: Some<T> | undefined): readonly T[] {
  if (some === undefined) return [];
  return typeof some === 'string' ? [some] : some;
}
