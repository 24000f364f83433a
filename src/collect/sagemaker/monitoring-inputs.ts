import type { DataLocation } from '../../model/resource/field.ts';
import { text } from '../reply/reply-text.ts';
import { dataLocations } from './job-inputs.ts';

export interface GivenApp {
  readonly ImageUri?: string | undefined;
  readonly ConfigUri?: string | undefined;
  readonly RecordPreprocessorSourceUri?: string | undefined;
  readonly PostAnalyticsProcessorSourceUri?: string | undefined;
}

export interface GivenBaseline {
  readonly ConstraintsResource?: GivenPlace | undefined;
  readonly StatisticsResource?: GivenPlace | undefined;
}

export interface GivenInput {
  readonly EndpointInput?: { readonly EndpointName: string | undefined } | undefined;
  readonly BatchTransformInput?:
    { readonly DataCapturedDestinationS3Uri: string | undefined } | undefined;
  readonly GroundTruthS3Input?: GivenPlace | undefined;
}

interface GivenPlace {
  readonly S3Uri?: string | undefined;
}

/**
 * Every place that a monitoring job reads, named by what it is for; `code` is a script that runs
 * before or after the analysis.
 */
export function monitoringInputs(given: {
  readonly app: GivenApp | undefined;
  readonly baseline: GivenBaseline | undefined;
  readonly input: GivenInput | undefined;
}): readonly DataLocation[] {
  const { app, baseline, input } = given;
  return dataLocations([
    { name: 'code', uri: text(app?.RecordPreprocessorSourceUri) },
    { name: 'code', uri: text(app?.PostAnalyticsProcessorSourceUri) },
    { name: 'config', uri: text(app?.ConfigUri) },
    { name: 'constraints', uri: text(baseline?.ConstraintsResource?.S3Uri) },
    { name: 'statistics', uri: text(baseline?.StatisticsResource?.S3Uri) },
    { name: 'captured', uri: text(input?.BatchTransformInput?.DataCapturedDestinationS3Uri) },
    { name: 'groundTruth', uri: text(input?.GroundTruthS3Input?.S3Uri) },
  ]);
}
