import { fail, judge, pass, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'network/monitoring-schedule-is-isolated',
  code: 'NET-15',
  title: 'Monitoring jobs run in network isolation',
  severity: 'medium',
  why: 'Monitoring jobs read captured requests and answers, often the most personal data of all; without isolation their containers can send it away.',
  fix: 'Set NetworkConfig.EnableNetworkIsolation to true in the MonitoringJobDefinition of the schedule, or in the data quality, model quality, bias or explainability job definition that it names.',
  on: 'sagemaker.monitoring-schedule',
  needs: ['networkIsolation', 'definition'],
  check: (schedule) =>
    judge(
      { networkIsolation: schedule.networkIsolation, definition: schedule.definition },
      ({ networkIsolation, definition }) => {
        if (networkIsolation === true) return pass();
        const where = definition === null ? '' : ` in job definition ${definition}`;
        return fail({
          finding: 'not-isolated',
          expected: `EnableNetworkIsolation true${where}`,
          got: networkIsolation === null ? 'not set, which means false' : 'false',
          field: 'networkIsolation',
        });
      },
    ),
});
