import { fail, judge, pass, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'network/notebook-has-no-direct-internet',
  code: 'NET-09',
  title: 'Notebook instances have no direct internet access',
  severity: 'high',
  why: 'A notebook with direct internet access goes around the VPC: whoever works in it, or any package it installs, can upload training data anywhere with the rights of the notebook’s role.',
  fix: 'Create the notebook instance anew with DirectInternetAccess Disabled and a SubnetId in CreateNotebookInstance; the setting cannot be changed later. Reach AWS through VPC endpoints.',
  on: 'sagemaker.notebook-instance',
  needs: ['directInternetAccess'],
  check: (notebook) =>
    judge({ directInternetAccess: notebook.directInternetAccess }, ({ directInternetAccess }) => {
      if (directInternetAccess === 'Disabled') return pass();
      return fail({
        finding: 'direct-internet',
        expected: 'DirectInternetAccess Disabled',
        got: directInternetAccess ?? 'not set, which means Enabled',
        field: 'directInternetAccess',
      });
    }),
});
