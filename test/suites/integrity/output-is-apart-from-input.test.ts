import rule from '../../../suites/integrity/output-is-apart-from-input.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import type { DataLocation } from '../../../src/model/resource/field.ts';
import { build } from '../../support/build.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const at = (...uris: readonly string[]): readonly DataLocation[] =>
  uris.map((uri, index) => ({ name: String(index), uri }));
const training = (input: string, outputUri: string, checkpointUri?: string) =>
  build('sagemaker.training-job', {
    inputs: present(at(input)),
    outputUri: present(outputUri),
    ...(checkpointUri !== undefined && { checkpointUri: present(checkpointUri) }),
  });
const processing = (inputs: readonly string[], outputs: readonly string[]) =>
  build('sagemaker.processing-job', {
    inputs: present(at(...inputs)),
    outputs: present(at(...outputs)),
  });
const definition = {
  ...{ name: 'trees', executionRole: null, image: null, vpc: null, networkIsolation: null },
  ...{ trafficEncryption: null, instances: [], volumeKey: null, outputKey: null },
  staticHyperparameters: { keys: [], secrets: [] },
};
const tuning = (checkpointUri?: string) =>
  build('sagemaker.tuning-job', {
    definitions: present([
      {
        ...definition,
        inputs: at('s3://data/churn/'),
        outputUri: 's3://models/churn',
        ...(checkpointUri !== undefined && { checkpointUri }),
      },
    ]),
  });

ruleCases(rule, {
  pass: [
    {
      name: 'the buckets are not the same',
      resource: training('s3://data/churn', 's3://models/churn', 's3://models/checkpoints'),
    },
    {
      name: 'neither prefix starts with the other',
      resource: training('s3://ml/churn-data/', 's3://ml/churn-models/'),
    },
    { name: 'a job reads nothing', resource: processing([], ['s3://data/set']) },
    {
      name: 'a tuning job writes elsewhere',
      resource: tuning('s3://models/checkpoints'),
    },
  ],
  fail: [
    {
      name: 'output goes to the input prefix itself',
      resource: training('s3://data/churn/', 's3://data/churn/'),
      findings: ['overlap:s3://data/churn/:s3://data/churn/'],
    },
    {
      name: 'output goes to a folder of the input',
      resource: training('s3://data/churn', 's3://data/churn/models'),
      findings: ['overlap:s3://data/churn/models:s3://data/churn'],
    },
    {
      name: 'the input prefix is the start of another name',
      resource: training('s3://data/churn', 's3://data/churn-models/'),
      findings: ['overlap:s3://data/churn-models/:s3://data/churn'],
    },
    {
      name: 'the output prefix is the start of the input prefix',
      resource: training('s3://data/churn/2026', 's3://data/churn'),
      findings: ['overlap:s3://data/churn:s3://data/churn/2026'],
    },
    {
      name: 'the output is the whole bucket',
      resource: training('s3://data/churn', 's3://data'),
      findings: ['overlap:s3://data:s3://data/churn'],
    },
    {
      name: 'checkpoints lie among the input',
      resource: training('s3://data/churn/', 's3://models/churn', 's3://data/churn/checkpoints'),
      findings: ['overlap:s3://data/churn/checkpoints:s3://data/churn/'],
    },
    {
      name: 'one address is written in another way',
      resource: training('s3://data/churn/', 'https://s3.eu-west-1.amazonaws.com/data/churn/out'),
      findings: ['overlap:https://s3.eu-west-1.amazonaws.com/data/churn/out:s3://data/churn/'],
    },
    {
      name: 'two of the outputs of a processing job lie among its inputs',
      resource: processing(
        ['s3://data/raw/', 's3://code/prepare.py'],
        ['s3://data/raw/clean', 's3://data/set', 's3://code/'],
      ),
      findings: [
        'overlap:s3://data/raw/clean:s3://data/raw/',
        'overlap:s3://code/:s3://code/prepare.py',
      ],
    },
    {
      name: 'a definition of a tuning job keeps checkpoints among its input',
      resource: tuning('s3://data/churn/checkpoints'),
      findings: ['overlap:s3://data/churn/checkpoints:s3://data/churn/'],
    },
    {
      name: 'a transform writes among what it reads, whatever else is not known',
      resource: build('sagemaker.transform-job', {
        inputUri: present('s3://data/score'),
        outputUri: present('s3://data/score/out'),
        captureUri: notCollected('denied'),
      }),
      findings: ['overlap:s3://data/score/out:s3://data/score'],
    },
    {
      name: 'AutoML writes among what it reads',
      resource: build('sagemaker.automl-job', {
        inputs: present(at('s3://data/auto')),
        outputUri: present('s3://data/automl'),
      }),
      findings: ['overlap:s3://data/automl:s3://data/auto'],
    },
  ],
  unknown: [
    {
      name: 'inputs and output were not read',
      resource: build('sagemaker.training-job', {
        inputs: notCollected('denied'),
        outputUri: notCollected('denied'),
      }),
      missing: ['inputs', 'outputUri'],
    },
    {
      name: 'the snapshot is of a version that did not read checkpoints of tuning jobs',
      resource: tuning(),
      missing: ['checkpointUri'],
    },
    {
      name: 'the input is a list of places elsewhere',
      resource: build('sagemaker.training-job', {
        inputs: present([{ name: 'train', uri: 's3://lists/set.json', manifest: true as const }]),
        outputUri: present('s3://models/'),
      }),
      missing: ['what s3://lists/set.json lists'],
    },
    {
      name: 'the output goes to an alias of an access point',
      resource: training('s3://data/churn', 's3://writers-abcdefgh-s3alias/churn'),
      missing: ['the place of s3://writers-abcdefgh-s3alias/churn'],
    },
    {
      name: 'the definitions were not read',
      resource: build('sagemaker.tuning-job', { definitions: notCollected('denied') }),
      missing: ['definitions'],
    },
  ],
});
