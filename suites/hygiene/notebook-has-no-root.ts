import { fail, judge, pass, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'hygiene/notebook-has-no-root',
  code: 'HYG-01',
  title: 'Users of notebook instances have no root access',
  severity: 'high',
  why: 'With root a user can switch off the lifecycle script’s monitoring and proxies, and read what other users left on the instance.',
  fix: 'Set RootAccess to Disabled with UpdateNotebookInstance while the instance is stopped; lifecycle scripts still run as root.',
  on: 'sagemaker.notebook-instance',
  needs: ['rootAccess'],
  check: (notebook) =>
    judge({ rootAccess: notebook.rootAccess }, ({ rootAccess }) => {
      if (rootAccess === 'Disabled') return pass();
      return fail({
        finding: 'root-access',
        expected: 'RootAccess Disabled',
        got: rootAccess ?? 'not set, which means Enabled',
        field: 'rootAccess',
      });
    }),
});
