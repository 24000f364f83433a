import rule from '../../../suites/network/notebook-has-no-direct-internet.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const notebook = (directInternetAccess: string, rootAccess: string) =>
  build('sagemaker.notebook-instance', {
    directInternetAccess: present(directInternetAccess),
    rootAccess: present(rootAccess),
  });

// Prowler read DirectInternetAccess from RootAccess, so both pairs are crossed here.
ruleCases(rule, {
  pass: [
    { name: 'it is disabled while root is enabled', resource: notebook('Disabled', 'Enabled') },
    { name: 'it is disabled and root too', resource: notebook('Disabled', 'Disabled') },
  ],
  fail: [
    {
      name: 'it is enabled while root is disabled',
      resource: notebook('Enabled', 'Disabled'),
      findings: ['direct-internet'],
    },
    {
      name: 'AWS names no setting',
      resource: build('sagemaker.notebook-instance'),
      findings: ['direct-internet'],
    },
  ],
  unknown: [
    {
      name: 'the notebook was only listed',
      resource: build('sagemaker.notebook-instance', {
        directInternetAccess: notCollected('listed only'),
        rootAccess: present('Disabled'),
      }),
      missing: ['directInternetAccess'],
    },
  ],
});
