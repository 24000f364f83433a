import {
  fail,
  judge,
  notApplicable,
  notCollected,
  pass,
  rule,
  unknown,
} from '../../src/rule/index.ts';

export default rule({
  id: 'encryption/training-traffic-is-encrypted',
  code: 'ENC-03',
  title: 'Traffic between the containers of distributed training is encrypted',
  severity: 'medium',
  why: 'Instances of a distributed job exchange gradients and batches of training data over the network; in the clear, whoever sees the network sees both. A job on one instance has no such traffic.',
  fix: 'Set EnableInterContainerTrafficEncryption to true in CreateTrainingJob; require it with the condition key sagemaker:InterContainerTrafficEncryption.',
  on: 'sagemaker.training-job',
  needs: ['instances', 'trafficEncryption'],
  check: (job) =>
    judge(
      { instances: job.instances, trafficEncryption: job.trafficEncryption },
      ({ instances, trafficEncryption }) => {
        if (instances === null || instances.length === 0) {
          return unknown({ what: 'instances', why: notCollected('the job names no instances') });
        }
        const count = instances.reduce((sum, one) => sum + one.count, 0);
        if (count < 2) return notApplicable('the job runs on one instance');
        if (trafficEncryption === true) return pass();
        return fail({
          finding: 'traffic-not-encrypted',
          expected: `EnableInterContainerTrafficEncryption true for ${count} instances`,
          got: trafficEncryption === null ? 'not set, which means false' : 'false',
          field: 'trafficEncryption',
        });
      },
    ),
});
