import { expect } from 'chai';
import { verbs } from '../../src/contract/contract.ts';
import { verbActions, type PlaceType } from '../../src/contract/verb-actions.ts';
import { actionFacts } from '../../src/facts/action-facts.ts';

const typeNames: { readonly [type: string]: string } = {
  'encryption-key': 'key',
  'signing-key': 'key',
  'mac-key': 'key',
};

describe('the actions behind the verbs of a contract', () => {
  const types = Object.keys(verbActions) as readonly PlaceType[];

  it('are all in the service authorization reference, for that type of resource', () => {
    const wrong = types.flatMap((type) =>
      verbs.flatMap((verb) =>
        verbActions[type][verb].each.filter((action) => {
          const facts = actionFacts(action);
          const names = facts?.resourceTypes.map(({ name }) => name) ?? [];
          return facts?.action !== action || !names.includes(typeNames[type] ?? type);
        }),
      ),
    );
    expect(wrong).to.deep.equal([]);
  });

  it('name for each verb one that its holders can, of a bucket and its objects together', () => {
    const without = types.flatMap((type) =>
      verbs
        .filter((verb) => verbActions[type][verb].least === undefined)
        .map((v) => `${type} ${v}`),
    );
    expect(without).to.deep.equal([
      'object administer',
      'bucket read',
      'bucket write',
      'bucket delete',
    ]);
  });
});
