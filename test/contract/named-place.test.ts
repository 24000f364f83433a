import { expect } from 'chai';
import { parsePlace, type NamedPlace } from '../../src/contract/named-place.ts';

const objects = (bucket: string, ...keys: string[]): NamedPlace => ({
  is: 'objects',
  bucket,
  keys,
});

const known: readonly (readonly [string, NamedPlace])[] = [
  ['s3://models', objects('models', '*')],
  ['s3://models/', objects('models', '*')],
  ['s3://models/fraud*', objects('models', 'fraud*')],
  ['s3://models/fraud/', objects('models', 'fraud/*')],
  // The object, and the "folder" that was meant.
  ['s3://models/fraud', objects('models', 'fraud', 'fraud/*')],
  ['s3://acme-*-models/x?', objects('acme-*-models', 'x?')],
  ['arn:aws:s3:::models', objects('models', '*')],
  ['arn:aws:s3:::models/fraud', objects('models', 'fraud')],
  [
    'arn:aws:kms:eu-west-1:111122223333:alias/fraud',
    { is: 'key', reference: 'arn:aws:kms:eu-west-1:111122223333:alias/fraud' },
  ],
  [
    '111122223333.dkr.ecr.eu-west-1.amazonaws.com/acme/train:4.2',
    {
      is: 'repository',
      account: '111122223333',
      arn: 'arn:aws:ecr:eu-west-1:111122223333:repository/acme/train',
    },
  ],
  [
    'arn:aws:sagemaker:*:*:endpoint/fraud-*',
    { is: 'sagemaker', type: 'endpoint', arn: 'arn:aws:sagemaker:*:*:endpoint/fraud-*' },
  ],
];

const unknown = [
  'models',
  's3://',
  's3://Models/x',
  'https://models.s3.amazonaws.com/x',
  'arn:aws:s3:eu-west-1:111122223333:accesspoint/x',
  'arn:aws:sagemaker:eu-west-1:111122223333:training-job/x',
  'arn:aws:iam::111122223333:role/x',
];

describe('the place that an artifact names', () => {
  for (const [text, place] of known) {
    it(`understands ${text}`, () => void expect(parsePlace(text)).to.deep.equal(place));
  }
  for (const text of unknown) {
    it(`does not take ${text} for one`, () => void expect(parsePlace(text)).to.equal(undefined));
  }
});
