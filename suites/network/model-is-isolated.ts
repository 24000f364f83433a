import { fail, judge, pass, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'network/model-is-isolated',
  code: 'NET-06',
  title: 'Models are served in network isolation',
  severity: 'high',
  why: 'An inference container that can reach the network can send requests, answers and its own weights away. Every model is looked at, in use or not: it can be deployed at any time.',
  fix: 'Create the model anew with EnableNetworkIsolation true in CreateModel (a model cannot be changed) and point the endpoint configuration at it.',
  on: 'sagemaker.model',
  needs: ['networkIsolation'],
  check: (model) =>
    judge({ networkIsolation: model.networkIsolation }, ({ networkIsolation }) => {
      if (networkIsolation === true) return pass();
      return fail({
        finding: 'not-isolated',
        expected: 'EnableNetworkIsolation true',
        got: networkIsolation === null ? 'not set, which means false' : 'false',
        field: 'networkIsolation',
      });
    }),
});
