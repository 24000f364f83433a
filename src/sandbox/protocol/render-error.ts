import { namespace, replyHeaders } from './render-reply.ts';
import { xmlDocument, xmlMembers } from './xml.ts';
import type { AwsError } from '../aws-error.ts';
import type { Service } from '../call.ts';
import type { WireReply } from '../wire.ts';

/** An error in the protocol of its service. */
export function renderError(service: Service, error: AwsError, requestId: string): WireReply {
  const shown = errorBody(service, error, requestId);
  return {
    status: error.status,
    headers: { ...replyHeaders(service, requestId), ...shown.headers, ...error.headers },
    body: shown.body,
  };
}

interface Shown {
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

function errorBody(service: Service, error: AwsError, requestId: string): Shown {
  switch (service) {
    case 'iam':
    case 'sts':
      return wrappedXml(service, error, requestId);
    case 's3control':
      return wrappedXml(service, error, requestId);
    case 's3':
      return s3Xml(error, requestId);
    case 'kms':
    case 'ecr':
    case 'organizations':
    case 'sagemaker':
      return {
        headers: { 'content-type': 'application/x-amz-json-1.1' },
        body: JSON.stringify({ __type: error.code, message: error.message, ...error.members }),
      };
    case 'account':
      return {
        headers: { 'content-type': 'application/json', 'x-amzn-errortype': error.code },
        body: JSON.stringify({ message: error.message, ...error.members }),
      };
  }
}

function wrappedXml(
  service: 'iam' | 'sts' | 's3control',
  error: AwsError,
  requestId: string,
): Shown {
  const type = error.status < 500 ? 'Sender' : 'Receiver';
  const inner = {
    ...(service !== 's3control' && { Type: type }),
    Code: error.code,
    Message: error.message,
    ...error.members,
  };
  const content = xmlMembers({ Error: inner, RequestId: requestId }, {});
  const root = { name: 'ErrorResponse', namespace: namespace[service] };
  return { headers: { 'content-type': 'text/xml' }, body: xmlDocument(root, content) };
}

/** S3 wraps its errors in nothing. */
function s3Xml(error: AwsError, requestId: string): Shown {
  const members = {
    Code: error.code,
    Message: error.message,
    ...error.members,
    RequestId: requestId,
    HostId: `host/${requestId}`,
  };
  const body = xmlDocument({ name: 'Error' }, xmlMembers(members, {}));
  return { headers: { 'content-type': 'application/xml' }, body };
}
