import { testRows } from '../../support/condition-case.ts';

const others = {
  'aws:username': ['ann'],
  'aws:principaltag/team': ['red'],
  'aws:principalarn': ['arn:aws:iam::111122223333:role/x'],
  'aws:principalaccount': ['111122223333'],
  'aws:tagkeys': ['a', 'b'],
  'aws:sourceidentity': 'unknown',
  'saml:sub': ['a*'],
  'aws:empty': [],
} as const;

describe('policy variables in conditions', () => {
  testRows(
    [
      ['StringEquals', ['${aws:username}'], ['ann'], 'yes'],
      ['StringEquals', ['${AWS:UserName}'], ['ann'], 'yes'],
      ['StringEquals', ['x-${aws:username}-${aws:PrincipalTag/team}'], ['x-ann-red'], 'yes'],
      ['StringEquals', ['x-${aws:username}-*'], ['x-ann-red'], 'no'],
      ['StringEquals', ['x', '${aws:username}'], ['x'], 'yes'],
      ['StringEquals', ['${saml:sub}'], ['a*'], 'yes'],
      ['StringEquals', ['${saml:sub}'], ['ab'], 'no'],
      ['StringEqualsIgnoreCase', ['X-${aws:username}'], ['x-ANN'], 'yes'],
      ['StringLike', ['${aws:username}*'], ['annabel'], 'yes'],
      ['StringLike', ['${aws:username}*'], ['bob'], 'no'],
      ['StringNotEquals', ['${aws:username}'], ['bob'], 'yes'],
      ['StringNotEquals', ['${aws:username}'], ['ann'], 'no'],
      ['ArnLike', ['${aws:PrincipalArn}'], ['arn:aws:iam::111122223333:role/x'], 'yes'],
      [
        'ArnLike',
        ['arn:aws:iam::${aws:PrincipalAccount}:role/*'],
        ['arn:aws:iam::111122223333:role/x'],
        'yes',
      ],
    ],
    others,
  );
});

describe('policy variables without a value', () => {
  testRows(
    [
      ['StringEquals', ['${aws:PrincipalTag/cost center}'], ['red'], 'no'],
      ['StringEquals', ['${aws:none}'], [''], 'no'],
      ['StringEquals', ['${aws:empty}'], [''], 'no'],
      ['StringNotEquals', ['${aws:none}'], ['red'], 'yes'],
      ['StringNotLike', ['${aws:none}*'], ['red'], 'yes'],
      ['StringNotEquals', ['${aws:none}', 'red'], ['red'], 'no'],
      ['StringEquals', ['${aws:none}', 'red'], ['red'], 'yes'],
      ['ArnNotLike', ['arn:aws:s3:::${aws:none}'], ['arn:aws:s3:::b'], 'yes'],
      ['StringEquals', ["${aws:none, 'red'}"], ['red'], 'yes'],
      ['StringEquals', ["${aws:none,''}"], [''], 'yes'],
      ['StringEquals', ["${aws:username, 'red'}"], ['red'], 'no'],
      ['StringEquals', ["${aws:username, 'red'}"], ['ann'], 'yes'],
      ['ForAllValues:StringEquals', ['${aws:none}'], ['red'], 'no'],
      ['ForAllValues:StringNotEquals', ['${aws:none}'], ['red'], 'yes'],
    ],
    others,
  );
});

describe('policy variables of which the value cannot be told', () => {
  testRows(
    [
      ['StringEquals', ['${aws:SourceIdentity}'], ['ann'], 'maybe'],
      ['StringNotEquals', ['${aws:SourceIdentity}'], ['ann'], 'maybe'],
      ['StringEquals', ['x-${aws:SourceIdentity}'], ['ann'], 'no'],
      ['StringEquals', ['${aws:TagKeys}'], ['a'], 'maybe'],
      ['StringLike', ['${saml:sub}'], ['ab'], 'maybe'],
      ['StringLike', ['${saml:sub}'], ['b'], 'no'],
      ['StringEquals', ['${aws:username'], ['ann'], 'maybe'],
      ['StringEquals', ['${}'], ['ann'], 'maybe'],
      ['StringEquals', ['x${aws:username, red}'], ['xann'], 'maybe'],
      ['StringEquals', ['x${aws:username, red}'], ['ann'], 'no'],
    ],
    others,
  );
});

describe('characters written as variables', () => {
  testRows([
    ['StringLike', ['a${*}'], ['a*'], 'yes'],
    ['StringLike', ['a${*}'], ['ab'], 'no'],
    ['StringLike', ['a${?}*'], ['a?b'], 'yes'],
    ['StringLike', ['a${?}*'], ['abb'], 'no'],
    ['StringEquals', ['${$}{aws:username}'], ['${aws:username}'], 'yes'],
    ['StringEquals', ['$a$'], ['$a$'], 'yes'],
  ]);
});

for (const version of ['2008-10-17', 'missing'] as const) {
  describe(`policy variables in a document of version ${version}`, () => {
    testRows(
      [
        ['StringEquals', ['${aws:username}'], ['ann'], 'no'],
        ['StringEquals', ['${aws:username}'], ['${aws:username}'], 'yes'],
        ['StringLike', ['${*}'], ['${abc}'], 'yes'],
        ['StringLike', ['${*}'], ['*'], 'no'],
      ],
      others,
      version,
    );
  });
}
