import type { DataLocation } from '../../model/resource/field.ts';
import { given, isUnread, notCollected, type Observed } from '../../model/observed.ts';
import type { Resource } from '../../model/resource.ts';
import type { TuningDefinition } from '../../model/resource/sagemaker-job.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import { s3Place } from './s3-place.ts';

/** A place in S3 of one job. */
export interface DataPlace {
  readonly uri: string;
  /** ARN pattern of objects; an S3 prefix is a string prefix, not a folder. */
  readonly resource: string;
}

/** What a job, or one definition of a tuning job, reads and writes by which role. */
export interface JobPart {
  /** ARN; null where there is none, as for a batch transform, or it was not read. */
  readonly role: string | null;
  readonly inputs: readonly DataPlace[];
  readonly outputs: readonly DataPlace[];
}

export interface JobData {
  readonly parts: readonly JobPart[];
  /** What could not be told of each. */
  readonly missing: {
    readonly role: readonly Missing[];
    readonly inputs: readonly Missing[];
    readonly outputs: readonly Missing[];
  };
}

export const dataJobs = [
  'sagemaker.training-job',
  'sagemaker.tuning-job',
  'sagemaker.processing-job',
  'sagemaker.automl-job',
  'sagemaker.transform-job',
] as const;

export type DataJob = (typeof dataJobs)[number];

/** The places of one job as its description gives them. */
export function jobData<K extends DataJob>(account: Account, kind: K, id: string): JobData {
  const reader = new Reader(account);
  const job = account.find(kind, id);
  const parts = job === undefined ? [] : partsOf[kind](reader, job);
  return { parts, missing: reader.missing };
}

type PartsOf = {
  readonly [K in DataJob]: (reader: Reader, job: Resource<K>) => readonly JobPart[];
};

const partsOf: PartsOf = {
  'sagemaker.training-job': (reader, { executionRole, inputs, outputUri, checkpointUri }) => [
    {
      role: reader.role(executionRole),
      inputs: reader.inputs(inputs),
      outputs: reader.uris({ outputUri, checkpointUri }),
    },
  ],
  'sagemaker.processing-job': (reader, { executionRole, inputs, outputs }) => [
    {
      role: reader.role(executionRole),
      inputs: reader.inputs(inputs),
      outputs: (reader.read('outputs', 'outputs', outputs) ?? []).flatMap(({ uri }) =>
        reader.place('outputs', uri),
      ),
    },
  ],
  'sagemaker.automl-job': (reader, { executionRole, inputs, outputUri }) => [
    {
      role: reader.role(executionRole),
      inputs: reader.inputs(inputs),
      outputs: reader.uris({ outputUri }),
    },
  ],
  // Its role is that of the model.
  'sagemaker.transform-job': (reader, { inputUri, outputUri, captureUri }) => [
    {
      role: null,
      inputs: reader.uris({ inputUri }, 'inputs'),
      outputs: reader.uris({ outputUri, captureUri }),
    },
  ],
  'sagemaker.tuning-job': (reader, { definitions }) => {
    const sides = ['role', 'inputs', 'outputs'] as const;
    for (const side of sides) reader.read(side, 'definitions', definitions);
    if (definitions.state !== 'present') return [];
    return definitions.value.map((one) => definitionPart(reader, one));
  },
};

function definitionPart(
  reader: Reader,
  { executionRole, inputs, outputUri, checkpointUri }: TuningDefinition,
): JobPart {
  return {
    role: reader.role(given(executionRole)),
    inputs: inputs.flatMap((one) => reader.input(one)),
    outputs: reader.uris({
      outputUri: given(outputUri),
      checkpointUri: checkpointUri === undefined ? olderSnapshot : given(checkpointUri),
    }),
  };
}

const olderSnapshot = notCollected('the snapshot is of a version that did not read it');

type Side = 'role' | 'inputs' | 'outputs';

const noRole: Missing = {
  what: 'executionRole',
  why: notCollected('AWS gave no execution role of the job'),
};

class Reader {
  readonly account: Account;
  readonly missing: { readonly [S in Side]: Missing[] } = { role: [], inputs: [], outputs: [] };

  constructor(account: Account) {
    this.account = account;
  }

  read<T>(side: Side, what: string, observed: Observed<T>): T | undefined {
    if (isUnread(observed)) this.missing[side].push({ what, why: observed });
    return observed.state === 'present' ? observed.value : undefined;
  }

  role(observed: Observed<string>): string | null {
    if (!isUnread(observed) && observed.state !== 'present') this.missing.role.push(noRole);
    return this.read('role', 'executionRole', observed) ?? null;
  }

  inputs(observed: Observed<readonly DataLocation[]>): readonly DataPlace[] {
    return (this.read('inputs', 'inputs', observed) ?? []).flatMap((one) => this.input(one));
  }

  /** A manifest is one object; where the data lies that it lists is not known. */
  input({ uri, manifest }: DataLocation): readonly DataPlace[] {
    if (manifest !== true) return this.place('inputs', uri);
    const why = notCollected('leastwise reads no objects');
    this.missing.inputs.push({ what: `what ${uri} lists`, why });
    return this.place('inputs', uri, 'object');
  }

  uris(
    fields: { readonly [name: string]: Observed<string> },
    side: 'inputs' | 'outputs' = 'outputs',
  ): readonly DataPlace[] {
    return Object.entries(fields).flatMap(([name, observed]) => {
      const uri = this.read(side, name, observed);
      return uri === undefined ? [] : this.place(side, uri);
    });
  }

  place(side: Side, uri: string, extent: 'prefix' | 'object' = 'prefix'): readonly DataPlace[] {
    const resource = s3Place(this.account, uri, extent);
    if (resource !== undefined) return [{ uri, resource }];
    const why = notCollected('it does not say which bucket that is');
    this.missing[side].push({ what: `the place of ${uri}`, why });
    return [];
  }
}
