import type { PublicAccessBlock } from '../../model/resource/s3.ts';
import { required } from '../reply/observe.ts';

interface Configuration {
  readonly BlockPublicAcls?: boolean | undefined;
  readonly IgnorePublicAcls?: boolean | undefined;
  readonly BlockPublicPolicy?: boolean | undefined;
  readonly RestrictPublicBuckets?: boolean | undefined;
}

/** S3 sends all four switches; one that is missing is not taken for off or on. */
export function publicAccessBlockOf(configuration: Configuration | undefined): PublicAccessBlock {
  const given = required(configuration, 'PublicAccessBlockConfiguration');
  return {
    blockPublicAcls: required(given.BlockPublicAcls, 'BlockPublicAcls'),
    ignorePublicAcls: required(given.IgnorePublicAcls, 'IgnorePublicAcls'),
    blockPublicPolicy: required(given.BlockPublicPolicy, 'BlockPublicPolicy'),
    restrictPublicBuckets: required(given.RestrictPublicBuckets, 'RestrictPublicBuckets'),
  };
}
