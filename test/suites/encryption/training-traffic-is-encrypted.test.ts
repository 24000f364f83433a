import rule from '../../../suites/encryption/training-traffic-is-encrypted.ts';
import { present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const job = (counts: readonly number[], encrypted?: boolean) =>
  build('sagemaker.training-job', {
    instances: present(counts.map((count) => ({ type: 'ml.m5.xlarge', count }))),
    ...(encrypted !== undefined && { trafficEncryption: present(encrypted) }),
  });

ruleCases(rule, {
  pass: [{ name: 'two instances encrypt their traffic', resource: job([2], true) }],
  fail: [
    {
      name: 'two instances do not encrypt their traffic',
      resource: job([2], false),
      findings: ['traffic-not-encrypted'],
    },
    {
      name: 'the setting is left out',
      resource: job([4]),
      findings: ['traffic-not-encrypted'],
    },
    {
      name: 'two groups of one instance do not encrypt their traffic',
      resource: job([1, 1], false),
      findings: ['traffic-not-encrypted'],
    },
  ],
  unknown: [
    { name: 'the job names no instances', resource: job([], true), missing: ['instances'] },
  ],
  notApplicable: [{ name: 'the job runs on one instance', resource: job([1], false) }],
});
