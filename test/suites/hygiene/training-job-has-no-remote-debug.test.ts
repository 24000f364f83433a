import rule from '../../../suites/hygiene/training-job-has-no-remote-debug.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { ruleCases } from '../../support/rule-cases.ts';

ruleCases(rule, {
  pass: [
    {
      name: 'remote debugging is off',
      resource: build('sagemaker.training-job', { remoteDebug: present(false) }),
    },
    { name: 'remote debugging was never set', resource: build('sagemaker.training-job') },
  ],
  fail: [
    {
      name: 'remote debugging is on',
      resource: build('sagemaker.training-job', { remoteDebug: present(true) }),
      findings: ['remote-debug'],
    },
  ],
  unknown: [
    {
      name: 'the job was only listed',
      resource: build('sagemaker.training-job', { remoteDebug: notCollected('listed only') }),
      missing: ['remoteDebug'],
    },
  ],
});
