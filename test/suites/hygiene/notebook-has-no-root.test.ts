import rule from '../../../suites/hygiene/notebook-has-no-root.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const notebook = (rootAccess: string, directInternetAccess: string) =>
  build('sagemaker.notebook-instance', {
    rootAccess: present(rootAccess),
    directInternetAccess: present(directInternetAccess),
  });

ruleCases(rule, {
  pass: [
    { name: 'root is disabled, with internet access', resource: notebook('Disabled', 'Enabled') },
    { name: 'root is disabled, without internet', resource: notebook('Disabled', 'Disabled') },
  ],
  fail: [
    {
      name: 'root is enabled, without internet access',
      resource: notebook('Enabled', 'Disabled'),
      findings: ['root-access'],
    },
    {
      name: 'AWS names no setting',
      resource: build('sagemaker.notebook-instance'),
      findings: ['root-access'],
    },
  ],
  unknown: [
    {
      name: 'the notebook was only listed',
      resource: build('sagemaker.notebook-instance', { rootAccess: notCollected('listed only') }),
      missing: ['rootAccess'],
    },
  ],
});
