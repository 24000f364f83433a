import { isJsonObject, type JsonObject } from '../../model/json.ts';
import { textIn } from '../input.ts';
import { s3Payload, s3Root, s3Shape } from './s3-shape.ts';
import { xmlDocument, xmlMembers } from './xml.ts';
import type { Service } from '../call.ts';
import type { WireReply } from '../wire.ts';

export const namespace = {
  iam: 'https://iam.amazonaws.com/doc/2010-05-08/',
  sts: 'https://sts.amazonaws.com/doc/2011-06-15/',
  s3: 'http://s3.amazonaws.com/doc/2006-03-01/',
  s3control: 'http://awss3control.amazonaws.com/doc/2018-08-20/',
} as const;

interface Answered {
  readonly service: Service;
  readonly operation: string;
}

/** An output in the protocol of its service. */
export function renderReply(call: Answered, output: JsonObject, requestId: string): WireReply {
  const headers = replyHeaders(call.service, requestId);
  return {
    status: 200,
    headers: { ...headers, ...contentType(call) },
    body: body(call, output, requestId),
  };
}

/**
 * The headers of every reply, errors too. There is no `Date`: the SDK takes one that is not now for
 * a skewed clock and retries the call, and the world's date may be any.
 */
export function replyHeaders(service: Service, requestId: string): { [name: string]: string } {
  switch (service) {
    case 's3':
    case 's3control':
      return { 'x-amz-request-id': requestId, 'x-amz-id-2': `host/${requestId}` };
    case 'iam':
    case 'sts':
    case 'kms':
    case 'ecr':
    case 'organizations':
    case 'sagemaker':
    case 'account':
      return { 'x-amzn-requestid': requestId };
  }
}

function contentType(call: Answered): { 'content-type': string } {
  switch (call.service) {
    case 'iam':
    case 'sts':
      return { 'content-type': 'text/xml' };
    case 's3':
    case 's3control':
      return {
        'content-type':
          call.operation === 'GetBucketPolicy' ? 'application/json' : 'application/xml',
      };
    case 'kms':
    case 'ecr':
    case 'organizations':
    case 'sagemaker':
      return { 'content-type': 'application/x-amz-json-1.1' };
    case 'account':
      return { 'content-type': 'application/json' };
  }
}

function body(call: Answered, output: JsonObject, requestId: string): string {
  switch (call.service) {
    case 'iam':
    case 'sts':
      return queryBody(call, output, requestId);
    case 's3':
      return s3Body(call.operation, output);
    case 's3control':
      return s3ControlBody(call.operation, output);
    case 'kms':
    case 'ecr':
    case 'organizations':
    case 'sagemaker':
    case 'account':
      return JSON.stringify(output);
  }
}

function queryBody(call: Answered, output: JsonObject, requestId: string): string {
  const result = `${call.operation}Result`;
  const root = {
    name: `${call.operation}Response`,
    namespace: call.service === 'sts' ? namespace.sts : namespace.iam,
  };
  const metadata = xmlMembers({ ResponseMetadata: { RequestId: requestId } }, {});
  return xmlDocument(root, xmlMembers({ [result]: output }, {}) + metadata);
}

function s3Body(operation: string, output: JsonObject): string {
  // The policy is the body itself, as the owner wrote it.
  if (operation === 'GetBucketPolicy') return textIn(output, 'Policy') ?? '';
  if (operation === 'GetBucketLocation') {
    const root = { name: 'LocationConstraint', namespace: namespace.s3 };
    return xmlDocument(root, textIn(output, 'LocationConstraint') ?? '');
  }
  const payload = s3Payload[operation];
  const content = payload === undefined ? output : (output[payload] ?? {});
  const name = payload ?? s3Root[operation] ?? `${operation}Result`;
  return xmlDocument({ name, namespace: namespace.s3 }, members(content));
}

function s3ControlBody(operation: string, output: JsonObject): string {
  const name =
    operation === 'GetPublicAccessBlock' ? 'PublicAccessBlockConfiguration' : `${operation}Result`;
  return xmlDocument({ name, namespace: namespace.s3control }, members(output));
}

function members(content: unknown): string {
  return isJsonObject(content) ? xmlMembers(content, s3Shape) : '';
}
