import { AwsError } from '../aws-error.ts';
import { numberIn, pick, textIn } from '../input.ts';
import { serviceError } from '../service-error.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Call, Context, Operation, Operations } from '../call.ts';
import type { SandboxAccessPoint } from '../world.ts';

const summaryMembers = [
  'Name',
  'NetworkOrigin',
  'VpcConfiguration',
  'Bucket',
  'AccessPointArn',
  'Alias',
  'BucketAccountId',
];

export const s3ControlOperations: Operations = {
  GetPublicAccessBlock: { respond: getPublicAccessBlock },
  ListAccessPoints: { respond: listAccessPoints, pages: true },
  GetAccessPoint: aboutAccessPoint((point) => point.detail),
  GetAccessPointPolicy: aboutAccessPoint((point, call) =>
    point.policy === undefined ? noPolicy(call) : { Policy: JSON.stringify(point.policy) },
  ),
  GetAccessPointPolicyStatus: aboutAccessPoint(
    (point, call) => point.policyStatus ?? noPolicy(call),
  ),
};

function getPublicAccessBlock(call: Call): JsonObject {
  checkAccount(call);
  const { publicAccessBlock } = call.account.s3;
  if (publicAccessBlock !== null) return publicAccessBlock;
  const message = 'The public access block configuration was not found';
  throw new AwsError('NoSuchPublicAccessBlockConfiguration', message, {
    status: 404,
    members: { AccountId: call.account.id },
  });
}

function listAccessPoints(call: Call, context: Context): JsonObject {
  checkAccount(call);
  const bucket = textIn(call.input, 'Bucket');
  const points = pointsOf(call)
    .filter((point) => bucket === undefined || point.detail['Bucket'] === bucket)
    .map((point) => pick(point.detail, summaryMembers));
  const page = context.paginate(points, {
    token: textIn(call.input, 'NextToken'),
    size: numberIn(call.input, 'MaxResults') ?? 1000,
  });
  return { AccessPointList: page.items, ...(page.next !== undefined && { NextToken: page.next }) };
}

function aboutAccessPoint(
  answer: (point: SandboxAccessPoint, call: Call) => JsonObject,
): Operation {
  return {
    respond: (call) => {
      checkAccount(call);
      const found = pointsOf(call).find((point) => point.name === textIn(call.input, 'Name'));
      if (found === undefined) throw noSuchPoint(call);
      return answer(found, call);
    },
    resource: (input) => textIn(input, 'Name'),
    gone: noSuchPoint,
  };
}

function pointsOf(call: Call): readonly SandboxAccessPoint[] {
  return call.account.s3.accessPoints.filter((point) => point.region === call.region);
}

function checkAccount(call: Call): void {
  if (textIn(call.input, 'AccountId') !== call.account.id) {
    throw serviceError('s3control', 'denied');
  }
}

function noSuchPoint(call: Call): AwsError {
  return notFound(call, 'NoSuchAccessPoint', 'The specified accesspoint does not exist');
}

function noPolicy(call: Call): never {
  const message = "The specified accesspoint doesn't have a policy";
  throw notFound(call, 'NoSuchAccessPointPolicy', message);
}

function notFound(call: Call, code: string, message: string): AwsError {
  const members = { AccessPointName: textIn(call.input, 'Name') ?? '' };
  return new AwsError(code, message, { status: 404, members });
}
