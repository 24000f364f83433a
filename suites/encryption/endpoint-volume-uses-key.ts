import {
  fail,
  judge,
  notApplicable,
  notCollected,
  pass,
  rule,
  unknown,
  volumeStorage,
} from '../../src/rule/index.ts';

type Store = ReturnType<typeof volumeStorage>;

export default rule({
  id: 'encryption/endpoint-volume-uses-key',
  code: 'ENC-08',
  title: 'Volumes of endpoints are encrypted with a chosen key',
  severity: 'medium',
  why: 'The volume of an inference instance holds the weights and what the container writes. A key named in the configuration ties them to a key policy. Serverless variants and local NVMe storage take no key.',
  fix: 'Create the endpoint configuration anew with KmsKeyId in CreateEndpointConfig and move the endpoint to it with UpdateEndpoint.',
  on: 'sagemaker.endpoint-config',
  needs: ['volumeKey', 'variants'],
  check: (config) =>
    judge({ volumeKey: config.volumeKey, variants: config.variants }, ({ volumeKey, variants }) => {
      if (variants === null || variants.length === 0) {
        return unknown({ what: 'variants', why: notCollected('AWS named no variant') });
      }
      const stores = variants
        .filter((one) => !one.serverless)
        .map((one): Store =>
          one.instanceType === null ? 'unknown' : volumeStorage(one.instanceType),
        );
      if (stores.every((store) => store === 'local')) {
        return notApplicable('all variants are serverless or store locally, and take no key');
      }
      if (volumeKey !== null) return pass();
      if (!stores.includes('remote')) {
        const why = notCollected('it is not known whether its instance types have local storage');
        return unknown({ what: 'variants', why });
      }
      return fail({
        finding: 'no-key',
        expected: 'KmsKeyId set',
        got: 'no key',
        field: 'volumeKey',
      });
    }),
});
