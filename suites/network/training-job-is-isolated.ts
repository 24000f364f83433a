import { fail, judge, pass, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'network/training-job-is-isolated',
  code: 'NET-01',
  title: 'Training jobs run in network isolation',
  severity: 'high',
  why: 'Without isolation the training container can reach the network: code in it, or in a package it loads, can send training data and model weights away.',
  fix: 'Set EnableNetworkIsolation to true in CreateTrainingJob (enable_network_isolation=True of an SDK estimator) and stop the old job; deny sagemaker:CreateTrainingJob unless sagemaker:NetworkIsolation is true.',
  on: 'sagemaker.training-job',
  needs: ['networkIsolation'],
  check: (job) =>
    judge({ networkIsolation: job.networkIsolation }, ({ networkIsolation }) => {
      if (networkIsolation === true) return pass();
      return fail({
        finding: 'not-isolated',
        expected: 'EnableNetworkIsolation true',
        got: networkIsolation === null ? 'not set, which means false' : 'false',
        field: 'networkIsolation',
      });
    }),
});
