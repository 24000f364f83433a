import { expect } from 'chai';
import { codeUri } from '../../../src/collect/sagemaker/code-uri.ts';

describe('codeUri', () => {
  const cases: readonly (readonly [
    string,
    Record<string, string> | undefined,
    string | undefined,
  ])[] = [
    ['finds it among hyperparameters', { sagemaker_submit_directory: 's3://b/k' }, 's3://b/k'],
    ['reads it as JSON', { sagemaker_submit_directory: '"s3://b/k.tar.gz"' }, 's3://b/k.tar.gz'],
    ['finds it in an environment', { SAGEMAKER_SUBMIT_DIRECTORY: 's3://b/k' }, 's3://b/k'],
    ['knows no path of the image', { SAGEMAKER_SUBMIT_DIRECTORY: '/opt/ml/code' }, undefined],
    ['knows no other key', { code: 's3://b/k' }, undefined],
    ['keeps no other value', { sagemaker_submit_directory: 'https://x/?token=1' }, undefined],
    ['keeps no URI with more to it', { sagemaker_submit_directory: 's3://b/k?t=1' }, undefined],
    ['is undefined without a map', undefined, undefined],
  ];
  for (const [title, map, expected] of cases) {
    it(title, () => {
      expect(codeUri(map)).to.equal(expected);
    });
  }
});
