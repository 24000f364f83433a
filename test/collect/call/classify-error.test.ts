import { expect } from 'chai';
import { CallError, CredentialsRejected } from '../../../src/collect/call/call-error.ts';
import { classifyError } from '../../../src/collect/call/classify-error.ts';

const place = { operation: 'x:Get', region: 'eu-west-1', homeRegion: 'us-east-1' };

describe('classifyError', () => {
  const cases: readonly (readonly [string, string, object])[] = [
    ['AccessDenied', 'no', { state: 'denied', code: 'AccessDenied' }],
    [
      'AccessDeniedException',
      'User: u is not authorized with an explicit deny in a service control policy',
      { state: 'denied', code: 'AccessDeniedException', why: 'service-control-policy' },
    ],
    [
      'AccessDeniedException',
      'because no permissions boundary allows the action',
      { state: 'denied', code: 'AccessDeniedException', why: 'permissions-boundary' },
    ],
    ['UnauthorizedOperation', '', { state: 'denied', code: 'UnauthorizedOperation' }],
    ['NoSuchBucket', '', { state: 'gone', code: 'NoSuchBucket' }],
    ['ResourceNotFound', '', { state: 'gone', code: 'ResourceNotFound' }],
    [
      'ValidationException',
      'Could not find model "x".',
      { state: 'gone', code: 'ValidationException' },
    ],
    [
      'ValidationException',
      '1 validation error detected',
      { state: 'error', code: 'ValidationException', message: '1 validation error detected' },
    ],
    [
      'ThrottlingException',
      'Rate exceeded',
      { state: 'error', code: 'ThrottlingException', message: 'Rate exceeded' },
    ],
    // NoSuchBucketPolicy means "none" only where a collector says so; alone it is an error.
    ['NoSuchBucketPolicy', 'x', { state: 'error', code: 'NoSuchBucketPolicy', message: 'x' }],
    ['InvalidClientTokenId', '', { state: 'denied', code: 'InvalidClientTokenId' }],
  ];
  for (const [name, message, unread] of cases) {
    it(`reads ${name} "${message}" as ${JSON.stringify(unread)}`, () => {
      const classified = classifyError(named(name, message), place);
      expect(classified).to.be.instanceOf(CallError);
      expect((classified as CallError).unread).to.deep.equal({ call: 'x:Get', ...unread });
    });
  }

  it('stops the capture when credentials expired anywhere', () => {
    const classified = classifyError(named('ExpiredTokenException', 'expired'), place);
    expect(classified).to.be.instanceOf(CredentialsRejected);
  });

  it('stops the capture when credentials are not recognized in the home region', () => {
    const home = { ...place, region: 'us-east-1' };
    const classified = classifyError(named('InvalidClientTokenId', 'x'), home);
    expect(classified).to.be.instanceOf(CredentialsRejected);
  });

  it('names the system code of a network error', () => {
    const error = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    expect((classifyError(error, place) as CallError).code).to.equal('ENOTFOUND');
  });
});

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
