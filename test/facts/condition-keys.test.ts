import { expect } from 'chai';
import { conditionKeyFacts, conditionKeysOf } from '../../src/facts/condition-keys.ts';

describe('conditionKeyFacts', () => {
  const rows: readonly (readonly [asked: string, type: string, multivalued: boolean])[] = [
    ['aws:PrincipalArn', 'ARN', false],
    ['AWS:TAGKEYS', 'String', true],
    ['aws:PrincipalTag/team', 'String', false],
    ['aws:SecureTransport', 'Bool', false],
    ['sagemaker:VpcSubnets', 'String', true],
    ['sagemaker:NetworkIsolation', 'Bool', false],
    ['sagemaker:ResourceTag/team', 'String', false],
    ['kms:EncryptionContext:aws:s3:arn', 'String', false],
    ['kms:EncryptionContextKeys', 'String', true],
    ['kms:GrantOperations', 'String', true],
    ['s3:ExistingObjectTag/class', 'String', false],
    ['s3:max-keys', 'Numeric', false],
    ['secretsmanager:ResourceTag/owner', 'String', false],
  ];
  for (const [asked, type, multivalued] of rows) {
    it(`knows ${asked}: ${type}${multivalued ? ', several values' : ''}`, () => {
      const { type: found, multivalued: several } = conditionKeyFacts(asked) ?? {};
      expect([found, several]).to.deep.equal([type, multivalued]);
    });
  }

  it('does not know what is not there', () => {
    const unknown = ['aws:Nothing', 's3:Nothing', 'nothing:Key', 'TagKeys', '', 'aws:PrincipalTag'];
    expect(unknown.filter((key) => conditionKeyFacts(key) !== undefined)).to.deep.equal([]);
    const inherited = ['constructor:x', '__proto__:x', 'aws:constructor', 'aws:__proto__'];
    expect(inherited.filter((key) => conditionKeyFacts(key) !== undefined)).to.deep.equal([]);
  });

  it('lists the keys that AWS documents as global with several values, and no others', () => {
    const several = conditionKeysOf('aws').filter((key) => conditionKeyFacts(key)?.multivalued);
    expect(several).to.deep.equal([
      'aws:PrincipalOrgPaths',
      'aws:PrincipalServiceNamesList',
      'aws:VpceOrgPaths',
      'aws:ResourceOrgPaths',
      'aws:CalledVia',
      'aws:SourceOrgPaths',
      'aws:TagKeys',
    ]);
  });
});
