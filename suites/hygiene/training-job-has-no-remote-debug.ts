import { fail, judge, pass, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'hygiene/training-job-has-no-remote-debug',
  code: 'HYG-08',
  title: 'Training jobs cannot be entered for debugging',
  severity: 'medium',
  why: 'Remote debugging opens a root shell in the training container to whoever may start an SSM session: the data, the weights and the role’s credentials with it.',
  fix: 'Leave RemoteDebugConfig.EnableRemoteDebug out of CreateTrainingJob or set it to false (UpdateTrainingJob for a running job); deny it with the condition key sagemaker:EnableRemoteDebug.',
  on: 'sagemaker.training-job',
  needs: ['remoteDebug'],
  check: (job) =>
    judge({ remoteDebug: job.remoteDebug }, ({ remoteDebug }) => {
      // AWS leaves the member out when it was never switched on.
      if (remoteDebug !== true) return pass();
      return fail({
        finding: 'remote-debug',
        expected: 'EnableRemoteDebug false',
        got: 'true',
        field: 'remoteDebug',
      });
    }),
});
