import { fail, judge, notCollected, pass, rule, unknown } from '../../src/rule/index.ts';

export default rule({
  id: 'hygiene/notebook-platform-is-supported',
  code: 'HYG-03',
  title: 'Notebook instances run a supported platform',
  severity: 'medium',
  why: 'Platforms that AWS no longer supports get no security updates of the operating system and of JupyterLab.',
  fix: 'Set PlatformIdentifier to a supported version with UpdateNotebookInstance, or create the instance anew where AWS refuses; the parameter platforms lists what is allowed.',
  on: 'sagemaker.notebook-instance',
  needs: ['platform'],
  params: { platforms: ['notebook-al2-v3', 'notebook-al2023-v1', 'notebook-al2023-v2'] },
  check: (notebook, _account, { platforms }) =>
    judge({ platform: notebook.platform }, ({ platform }) => {
      if (platform === null) {
        const why = notCollected('AWS named no platform');
        return unknown({ what: 'platform', why });
      }
      if (platforms.includes(platform)) return pass();
      return fail({
        finding: 'unsupported-platform',
        expected: `one of ${platforms.join(', ')}`,
        got: platform,
        field: 'platform',
      });
    }),
});
