import type { Channel } from '@aws-sdk/client-sagemaker';
import type { DataLocation } from '../../model/resource/field.ts';

/** The S3 places a training job reads; channels on a file system or a data set have none. */
export function channelInputs(channels: readonly Channel[]): readonly DataLocation[] {
  return dataLocations(
    channels.map(({ ChannelName: name, DataSource }) => {
      const source = DataSource?.S3DataSource;
      return { name, uri: source?.S3Uri, type: source?.S3DataType };
    }),
  );
}

/** A place as AWS gives it. */
export interface GivenLocation {
  readonly name: string | undefined;
  readonly uri: string | undefined;
  /** `S3Prefix`, or one of two sorts of manifest. */
  readonly type?: string | undefined;
}

/** Named places in S3; those without an URI are left out, those without a name get their number. */
export function dataLocations(given: readonly GivenLocation[]): readonly DataLocation[] {
  return given.flatMap(({ name, uri, type }, index) => {
    if (uri === undefined || uri === '') return [];
    const manifest = type === 'ManifestFile' || type === 'AugmentedManifestFile';
    return [{ name: name ?? `${index + 1}`, uri, ...(manifest && { manifest }) }];
  });
}
