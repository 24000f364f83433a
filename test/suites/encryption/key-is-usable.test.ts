import rule from '../../../suites/encryption/key-is-usable.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { key, keyArn } from '../../support/key.ts';
import { ruleCases } from '../../support/rule-cases.ts';

ruleCases(rule, {
  pass: [
    { name: 'the key is enabled', resource: key() },
    {
      name: 'the key is enabled and approved under its alias',
      resource: key({ aliases: present(['alias/models']) }),
      inputs: { approvedKeys: ['alias/models'] },
    },
  ],
  fail: [
    {
      name: 'the key is about to be deleted',
      resource: key({ keyState: present('PendingDeletion') }),
      findings: ['state:PendingDeletion'],
    },
    {
      name: 'the key is disabled',
      resource: key({ keyState: present('Disabled') }),
      inputs: { approvedKeys: [keyArn()] },
      findings: ['state:Disabled'],
    },
  ],
  unknown: [
    {
      name: 'the key could not be described',
      resource: key({ manager: notCollected('denied'), keyState: notCollected('denied') }),
      missing: ['manager', 'keyState'],
    },
    {
      name: 'keys are approved by alias and its aliases could not be read',
      resource: key({ aliases: notCollected('denied') }),
      inputs: { approvedKeys: ['alias/models'] },
      missing: [`aliases of ${keyArn()}`],
    },
    {
      name: 'it is not approved, but an approved name is no key’s: it may be misspelt',
      resource: key({ keyState: present('Disabled') }),
      inputs: { approvedKeys: ['alias/modles'] },
      missing: ['inputs.approvedKeys'],
    },
  ],
  notApplicable: [
    {
      name: 'AWS manages the key',
      resource: key({ manager: present('AWS'), keyState: present('Disabled') }),
    },
    {
      name: 'the key is not among the approved ones',
      resource: key({ keyState: present('Disabled') }),
      inputs: { approvedKeys: [keyArn('other')] },
      others: [key({}, { id: keyArn('other'), name: 'other' })],
    },
  ],
});
