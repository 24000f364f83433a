import { expect } from 'chai';
import {
  CallRefused,
  refuseWriting,
  type OutgoingRequest,
} from '../../../src/collect/call/guard.ts';
import type { OperationId } from '../../../src/collect/call/sdk.ts';

const allowed = new Set<OperationId>([
  'iam:GetAccountAuthorizationDetails',
  'sts:GetCallerIdentity',
  'account:ListRegions',
  's3:ListBuckets',
  's3:GetBucketPolicy',
  's3control:GetPublicAccessBlock',
  'kms:ListKeys',
  'sagemaker:Search',
]);

describe('refuseWriting', () => {
  const fine: Readonly<Record<string, Partial<OutgoingRequest>>> = {
    'an IAM read': {
      method: 'POST',
      body: 'Action=GetAccountAuthorizationDetails&Version=2010-05-08',
    },
    'an STS read': { method: 'POST', body: 'Action=GetCallerIdentity&Version=2011-06-15' },
    'a declared JSON call': { method: 'POST', headers: { 'X-Amz-Target': 'SageMaker.Search' } },
    'a bucket list': { method: 'GET', query: { 'x-id': 'ListBuckets' } },
    'a bucket setting': { method: 'GET', path: '/acme', query: { policy: '' } },
    'an account setting': {
      method: 'GET',
      path: '/v20180820/configuration/publicAccessBlock',
      headers: { 'x-amz-account-id': '1' },
    },
  };
  for (const [name, request] of Object.entries(fine)) {
    it(`lets ${name} out`, () => {
      expect(() => refuseWriting(allowed, complete(request))).not.to.throw();
    });
  }

  const refused: Readonly<Record<string, Partial<OutgoingRequest>>> = {
    'an IAM write': { method: 'POST', body: 'Action=CreateRole&Version=2010-05-08' },
    'an IAM read nobody declared': { method: 'POST', body: 'Action=GetRole&Version=2010-05-08' },
    'an AssumeRole': { method: 'POST', body: 'Action=AssumeRole&Version=2011-06-15' },
    'a JSON write': { method: 'POST', headers: { 'x-amz-target': 'SageMaker.CreateModel' } },
    'a KMS decrypt': { method: 'POST', headers: { 'x-amz-target': 'TrentService.Decrypt' } },
    'an object read': { method: 'GET', path: '/acme/model.tar.gz', query: { 'x-id': 'GetObject' } },
    'an object read dressed as a setting': {
      method: 'GET',
      path: '/acme/model.tar.gz',
      query: { policy: '' },
    },
    'a list of directory buckets': { method: 'GET', query: { 'x-id': 'ListDirectoryBuckets' } },
    'an object list': { method: 'GET', path: '/acme', query: { 'list-type': '2' } },
    'a bucket write': { method: 'PUT', path: '/acme', query: { policy: '' } },
    'a bucket delete': { method: 'DELETE', path: '/acme' },
    'a POST that says nothing': { method: 'POST' },
    'an access point policy write': {
      method: 'PUT',
      path: '/v20180820/accesspoint/x/policy',
      headers: { 'x-amz-account-id': '1' },
    },
  };
  for (const [name, request] of Object.entries(refused)) {
    it(`refuses ${name}`, () => {
      expect(() => refuseWriting(allowed, complete(request))).to.throw(CallRefused);
    });
  }
});

function complete(request: Partial<OutgoingRequest>): OutgoingRequest {
  return { method: 'GET', path: '/', headers: {}, ...request };
}
