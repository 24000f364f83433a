import rule from '../../../suites/network/monitoring-schedule-is-isolated.ts';
import { present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const denied = {
  state: 'denied',
  call: 'sagemaker:DescribeModelBiasJobDefinition',
  code: 'AccessDeniedException',
} as const;

ruleCases(rule, {
  pass: [
    {
      name: 'its own definition is isolated',
      resource: build('sagemaker.monitoring-schedule', { networkIsolation: present(true) }),
    },
    {
      name: 'the definition that it names is isolated',
      resource: build('sagemaker.monitoring-schedule', {
        definition: present('data-quality'),
        networkIsolation: present(true),
      }),
    },
  ],
  fail: [
    {
      name: 'its own definition is not isolated',
      resource: build('sagemaker.monitoring-schedule', { networkIsolation: present(false) }),
      findings: ['not-isolated'],
    },
    {
      name: 'the definition that it names has no network configuration',
      resource: build('sagemaker.monitoring-schedule', { definition: present('data-quality') }),
      findings: ['not-isolated'],
    },
  ],
  unknown: [
    {
      name: 'the definition that it names could not be read',
      resource: build('sagemaker.monitoring-schedule', {
        definition: present('bias'),
        networkIsolation: denied,
      }),
      missing: ['networkIsolation'],
    },
  ],
});
