import { fail, judge, pass, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'hygiene/notebook-requires-imdsv2',
  code: 'HYG-02',
  title: 'Notebook instances require version 2 of the metadata service',
  severity: 'high',
  why: 'Version 1 hands the execution role’s credentials to any request that a server or proxy on the instance can be tricked into making.',
  fix: 'Set InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion to "2" with UpdateNotebookInstance while the instance is stopped.',
  on: 'sagemaker.notebook-instance',
  needs: ['minimumMetadataVersion'],
  check: (notebook) =>
    judge({ minimumMetadataVersion: notebook.minimumMetadataVersion }, (values) => {
      if (values.minimumMetadataVersion === '2') return pass();
      return fail({
        finding: 'imdsv1',
        expected: 'MinimumInstanceMetadataServiceVersion 2',
        got: values.minimumMetadataVersion ?? 'not set, which means 1',
        field: 'minimumMetadataVersion',
      });
    }),
});
