import type { ProductionVariant } from '@aws-sdk/client-sagemaker';
import { given, isUnread, type Observed } from '../../model/observed.ts';
import type { Tags } from '../../model/resource/field.ts';
import type {
  EndpointConfig as Config,
  EndpointVariant,
} from '../../model/resource/sagemaker-serving.ts';
import { everyField, type Fields } from '../../model/resource.ts';
import type { Aws, Collector } from '../collector.ts';
import { describeResource } from './describe-resource.ts';
import { collectListed, listings } from './listed-resources.ts';
import { required } from '../reply/observe.ts';
import { replyField } from '../reply/reply.ts';
import { creationTime, text, textField } from '../reply/reply-text.ts';
import { readTags } from './resource-tags.ts';
import { sameNameActions } from './same-name-actions.ts';
import type { Output } from '../call/sdk.ts';
import { vpcConfig } from './vpc-config.ts';

const kind = 'sagemaker.endpoint-config';
const call = 'sagemaker:DescribeEndpointConfig';

export const endpointConfigCollector: Collector = {
  name: kind,
  kinds: [kind],
  scope: 'regional',
  operations: sameNameActions('sagemaker:ListEndpointConfigs', call, 'sagemaker:ListTags'),
  collect(aws, sink) {
    return collectListed({ aws, sink, kind }, configs(aws), async (one) => {
      const reply = await describeResource(aws, call, { EndpointConfigName: one.name });
      if (isUnread(reply)) return everyField(kind, reply);
      return fieldsOf(reply.value, await readTags(aws, one.arn));
    });
  },
};

function configs(aws: Aws) {
  return listings(aws, {
    operation: 'sagemaker:ListEndpointConfigs',
    input: { MaxResults: 100 },
    items: (page) =>
      page.EndpointConfigs?.map((one) => ({
        arn: one.EndpointConfigArn,
        name: one.EndpointConfigName,
      })),
  });
}

type Reply = Output<typeof call>;

function fieldsOf(config: Reply, tags: Observed<Tags>): Fields<typeof kind> {
  return {
    createdAt: creationTime(call, config.CreationTime),
    volumeKey: textField(config.KmsKeyId),
    variants: replyField(call, () => variantsOf(config)),
    dataCapture: replyField(call, () => dataCaptureOf(config)),
    asyncOutput: given(asyncOutputOf(config)),
    executionRole: textField(config.ExecutionRoleArn),
    vpc: given(vpcConfig(config.VpcConfig)),
    networkIsolation: given(config.EnableNetworkIsolation),
    tags,
  };
}

/** Shadow variants get a copy of the requests, so they count like the others. */
function variantsOf(config: Reply): readonly EndpointVariant[] {
  const production = required(config.ProductionVariants, 'ProductionVariants');
  return [...production, ...(config.ShadowProductionVariants ?? [])].map(variantOf);
}

function variantOf(given: ProductionVariant): EndpointVariant {
  return {
    name: required(given.VariantName, 'VariantName'),
    model: text(given.ModelName) ?? null,
    instanceType: text(given.InstanceType) ?? null,
    instanceCount: given.InitialInstanceCount ?? null,
    serverless: given.ServerlessConfig !== undefined,
  };
}

/** EnableCapture left out means that capture is on; without a destination the reply is cut. */
function dataCaptureOf({ DataCaptureConfig: capture }: Reply): Config['dataCapture'] | undefined {
  return (
    capture && {
      enabled: capture.EnableCapture ?? true,
      uri: required(text(capture.DestinationS3Uri), 'DataCaptureConfig.DestinationS3Uri'),
      key: text(capture.KmsKeyId) ?? null,
    }
  );
}

function asyncOutputOf({ AsyncInferenceConfig: config }: Reply): Config['asyncOutput'] | undefined {
  return (
    config && {
      uri: text(config.OutputConfig?.S3OutputPath) ?? null,
      key: text(config.OutputConfig?.KmsKeyId) ?? null,
    }
  );
}
