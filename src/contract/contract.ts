import type { Purpose } from '../account/lineage/execution.ts';
import type { ArtifactClass } from '../model/artifact-class.ts';
import type { Persona } from '../model/persona.ts';
import type { Severity } from '../model/record.ts';
import type { NamedPlace } from './named-place.ts';

/** What one may do with an artifact; `verb-actions.ts` says which actions that means. */
export const verbs = ['read', 'write', 'delete', 'administer'] as const;

export type Verb = (typeof verbs)[number];

/** An access contract: who has access to which artifact, and nobody else. A value without I/O. */
export interface Contract {
  /** For messages. */
  readonly file: string;
  /** Of its text: what a run was held to. */
  readonly sha256: string;
  readonly artifacts: ReadonlyMap<string, ArtifactSpec>;
  readonly personas: ReadonlyMap<string, PersonaSpec>;
  readonly clauses: readonly Clause[];
  /** Personas that may do everything; told in the record, but no failure. */
  readonly exempt: readonly string[];
  /** Whether access by escalation counts as access. */
  readonly transitive: boolean;
  readonly severity: Severity;
}

/** What is asserted of one artifact and one verb. Personas by name. */
export interface Clause {
  readonly artifact: string;
  readonly verb: Verb;
  /** They can, and beside them only those who may. */
  readonly must: readonly string[];
  /** They are not asked to be able to. */
  readonly may: readonly string[];
}

export type ArtifactSpec =
  /** What is named, all of it. */
  | { readonly by: 'is'; readonly places: readonly NamedPlace[] }
  /** What such work reads, writes or runs, as SageMaker tells it. */
  | {
      readonly by: 'lineage';
      readonly how: 'reads' | 'writes' | 'runs';
      readonly purposes: readonly Purpose[];
      /** Patterns of names of jobs, endpoints, …; empty: all. */
      readonly named: readonly string[];
    }
  | { readonly by: 'class'; readonly classes: readonly ArtifactClass[] };

/** The union of what it names. */
export interface PersonaSpec {
  /** `NAME`, `role/NAME` or ARN, `*` allowed. */
  readonly roles: readonly string[];
  readonly users: readonly string[];
  /** The roles by which SageMaker does such work. */
  readonly executes: readonly Purpose[];
  /** Patterns of names of what is executed; empty: all. */
  readonly named: readonly string[];
  /** E.g. `logging.s3.amazonaws.com`. */
  readonly services: readonly string[];
  /** Every principal of these accounts. */
  readonly accounts: readonly string[];
  /** Personas of the configuration. */
  readonly declared: readonly Persona[];
  /** Every principal of the organisation's other accounts. */
  readonly organization: boolean;
  /** Everybody, signed or not. */
  readonly anyone: boolean;
}
