import { parseArn } from '../model/arn.ts';

/** An artifact as it is named, before the account is asked what there is. */
export type NamedPlace =
  /** Objects of the buckets that the pattern fits; `keys` are patterns of object keys. */
  | { readonly is: 'objects'; readonly bucket: string; readonly keys: readonly string[] }
  /** Id, ARN or alias. */
  | { readonly is: 'key'; readonly reference: string }
  | { readonly is: 'repository'; readonly account: string; readonly arn: string }
  /** Pattern of ARNs of one type of SageMaker's. */
  | { readonly is: 'sagemaker'; readonly type: SageMakerPlace; readonly arn: string };

export const sageMakerTypes = [
  'endpoint',
  'feature-group',
  'model',
  'model-package',
  'model-package-group',
  'notebook-instance',
  'pipeline',
] as const;

export type SageMakerPlace = (typeof sageMakerTypes)[number];

/** What `is` may say, for messages. */
export const placeForms =
  's3://bucket/prefix*, the ARN of a bucket, key, repository or SageMaker ' +
  `${sageMakerTypes.join(', ')}, or ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME`;

/** The place that a text of the contract means; undefined if it means none. */
export function parsePlace(text: string): NamedPlace | undefined {
  const [, bucket, key] = /^s3:\/\/([a-z0-9.*?-]+)(?:\/(.*))?$/s.exec(text) ?? [];
  if (bucket !== undefined) return { is: 'objects', bucket, keys: keyPatterns(key) };
  return placeOfImage(text) ?? placeOfArn(text);
}

/**
 * A key without a wildcard is the object of that name and all below it, so that a contract for
 * `s3://models/fraud` does not leave out what is in that "folder". An S3 prefix is a string prefix.
 */
function keyPatterns(key: string | undefined): readonly string[] {
  if (key === undefined || key === '') return ['*'];
  if (key.endsWith('/')) return [`${key}*`];
  return /[*?]/.test(key) ? [key] : [key, `${key}/*`];
}

function placeOfImage(text: string): NamedPlace | undefined {
  const image = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(\.cn)?\/([^:@]+)/.exec(text);
  if (image === null) return undefined;
  const [, account = '', region = '', china, name = ''] = image;
  const partition = china === undefined ? 'aws' : 'aws-cn';
  const arn = `arn:${partition}:ecr:${region}:${account}:repository/${name}`;
  return { is: 'repository', account, arn };
}

function placeOfArn(text: string): NamedPlace | undefined {
  const arn = parseArn(text);
  if (arn === undefined) return undefined;
  const { service, account, region, resource } = arn;
  const [type = ''] = resource.split('/', 1);
  switch (service) {
    case 's3': {
      const [, bucket, key] = /^([a-z0-9.*?-]+)(?:\/(.*))?$/s.exec(resource) ?? [];
      if (bucket === undefined || account !== '' || region !== '') return undefined;
      return { is: 'objects', bucket, keys: key === undefined ? ['*'] : exactly(key) };
    }
    case 'kms':
      return /^(key|alias)$/.test(type) ? { is: 'key', reference: text } : undefined;
    case 'ecr':
      return type === 'repository' ? { is: 'repository', account, arn: text } : undefined;
    case 'sagemaker': {
      const known = sageMakerTypes.find((one) => one === type);
      return known && { is: 'sagemaker', type: known, arn: text };
    }
    default:
      return undefined;
  }
}

/** An ARN is taken at its word. */
function exactly(key: string): readonly string[] {
  return [key === '' ? '*' : key];
}
