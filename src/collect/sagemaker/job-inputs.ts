import type { Channel } from '@aws-sdk/client-sagemaker';
import type { DataLocation } from '../../model/resource/field.ts';

/** The S3 places a training job reads; channels on a file system or a data set have none. */
export function channelInputs(channels: readonly Channel[]): readonly DataLocation[] {
  return dataLocations(
    channels.map(({ ChannelName, DataSource }) => [ChannelName, DataSource?.S3DataSource?.S3Uri]),
  );
}

/** Named places in S3; those without an URI are left out, those without a name get their number. */
export function dataLocations(
  given: readonly (readonly [name: string | undefined, uri: string | undefined])[],
): readonly DataLocation[] {
  return given.flatMap(([name, uri], index) =>
    uri === undefined || uri === '' ? [] : [{ name: name ?? `${index + 1}`, uri }],
  );
}
