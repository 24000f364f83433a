import { expect } from 'chai';
import {
  conditionBinding,
  statementBinding,
  type Binding,
} from '../../../src/policy/binding/binding.ts';
import type { JsonValue } from '../../../src/model/json.ts';
import { parsePolicy } from '../../../src/policy/parse-policy.ts';
import { policyOf } from '../../support/policy.ts';

function statementWith(Condition: JsonValue) {
  const text = policyOf({ Effect: 'Allow', Principal: '*', Action: 's3:*', Condition });
  const [statement] = parsePolicy(text).policy.statements;
  if (statement === undefined) throw new Error('the statement was not read');
  return statement;
}

function bindingOf(operator: string, key: string, value: JsonValue): readonly Binding[] {
  return statementWith({ [operator]: { [key]: value } }).conditions.map(conditionBinding);
}

const account = '111122223333';
const roleArn = `arn:aws:iam::${account}:role/Training`;

const cases: Record<Binding, readonly (readonly [string, string, JsonValue])[]> = {
  binds: [
    ['StringEquals', 'aws:PrincipalOrgID', 'o-abcde12345'],
    ['StringEquals', 'AWS:principalaccount', [account, '999988887777']],
    ['ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', 'o-abcde12345/r-ab12/*'],
    ['ArnLike', 'aws:PrincipalArn', `arn:aws:iam::${account}:role/*`],
    ['ArnLike', 'aws:SourceArn', `arn:aws:*:*:${account}:*`],
    ['StringLike', 'aws:PrincipalArn', `arn:aws:iam::${account}:*`],
    ['ArnEquals', 'aws:SourceArn', 'arn:aws:s3:::uploads'],
    ['StringEquals', 'aws:SourceVpce', 'vpce-1'],
    ['StringEquals', 'aws:SourceVpc', 'vpc-1'],
    ['IpAddress', 'aws:SourceIp', ['203.0.113.0/24', '2001:db8::/32', '198.51.100.7']],
    ['StringLike', 'aws:userid', 'AROAEXAMPLEEXAMPLE123:*'],
    ['StringEquals', 's3:DataAccessPointAccount', account],
  ],
  open: [
    ['StringEqualsIfExists', 'aws:SourceVpce', 'vpce-1'],
    ['ForAllValues:StringEquals', 'aws:PrincipalOrgID', 'o-abcde12345'],
    ['StringNotEquals', 'aws:PrincipalAccount', account],
    ['Null', 'aws:PrincipalOrgID', 'false'],
    ['StringLike', 'aws:PrincipalAccount', '*'],
    ['StringLike', 'aws:PrincipalOrgID', 'o-*'],
    ['StringLike', 'aws:PrincipalOrgPaths', 'o-*/r-ab12/*'],
    ['StringEquals', 'aws:PrincipalAccount', [account, '*']],
    ['StringEquals', 'aws:PrincipalAccount', 'anonymous'],
    ['StringEquals', 'aws:userid', ['AROAEXAMPLEEXAMPLE123:job', 'anonymous']],
    ['StringEquals', 'aws:SourceAccount', '${aws:PrincipalAccount}'],
    ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/Training'],
    ['StringLike', 'aws:PrincipalArn', `arn:aws:*:*:${account}:*`],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:s3:::*'],
    ['StringLike', 'aws:userid', '*:session'],
    ['IpAddress', 'aws:SourceIp', '0.0.0.0/0'],
    ['IpAddress', 'aws:SourceIp', ['0.0.0.0/1', '128.0.0.0/1']],
    ['IpAddress', 'aws:SourceIp', '::/0'],
    ['IpAddress', 'aws:VpcSourceIp', '10.0.0.0/24'],
    ['Bool', 'aws:SecureTransport', 'true'],
    ['StringEquals', 'aws:PrincipalTag/Team', 'ml'],
    ['StringLike', 'aws:Referer', 'https://example.com/*'],
    ['DateLessThan', 'aws:CurrentTime', '2030-01-01T00:00:00Z'],
  ],
  unclear: [
    ['StringEquals', 'aws:NewKey', 'x'],
    ['StringEqualsIfExists', 'aws:NewKey', 'x'],
    ['StringNotEquals', 'aws:NewKey', 'x'],
    ['Bool', 'aws:PrincipalIsAWSService', 'true'],
    ['StringEquals', 'aws:SourceIp', '203.0.113.7'],
    ['IpAddress', 'aws:SourceIp', '203.0.113.0/33'],
    ['IpAddress', 'aws:SourceIp', 'localhost'],
    ['StringIs', 'aws:PrincipalOrgID', 'o-abcde12345'],
    ['StringEquals', 'aws:PrincipalOrgID', []],
    ['NumericEquals', 'aws:PrincipalAccount', account],
  ],
};

describe('a condition on everybody', () => {
  for (const [binding, rows] of Object.entries(cases)) {
    for (const [operator, key, value] of rows) {
      it(`is ${binding}: ${operator} ${key} ${JSON.stringify(value)}`, () => {
        expect(bindingOf(operator, key, value)).to.deep.equal([binding]);
      });
    }
  }

  it('binds when one of several conditions does', () => {
    const conditions = {
      Bool: { 'aws:SecureTransport': 'true' },
      StringEquals: { 'aws:NewKey': 'x', 'aws:SourceVpce': 'vpce-1' },
    };
    expect(statementBinding(statementWith(conditions))).to.equal('binds');
  });

  it('binds when Null demands the key of a form that would hold without it', () => {
    const conditions = {
      'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-abcde12345' },
      Null: { 'aws:PrincipalOrgID': 'false' },
    };
    expect(statementBinding(statementWith(conditions))).to.equal('binds');
  });

  it('is unclear when none binds and one is not understood', () => {
    const conditions = { Bool: { 'aws:SecureTransport': 'true', 'aws:NewKey': 'true' } };
    expect(statementBinding(statementWith(conditions))).to.equal('unclear');
  });

  it('is open when there is none', () => {
    expect(statementBinding(statementWith({}))).to.equal('open');
  });

  it('names the role ARN itself without a wildcard', () => {
    expect(bindingOf('StringEquals', 'aws:PrincipalArn', roleArn)).to.deep.equal(['binds']);
  });
});
