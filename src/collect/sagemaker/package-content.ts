import type { MetricsSource, ModelMetrics, ModelPackage } from '@aws-sdk/client-sagemaker';
import type { Container } from '../../model/resource/field.ts';
import { packageContainer } from './model-container.ts';
import { text } from '../reply/reply-text.ts';

/**
 * All containers of a model package: of its inference specification, of the additional ones, and
 * the weights of a source algorithm. Undefined when AWS gave no specification at all.
 */
export function packageContainers(given: ModelPackage): readonly Container[] | undefined {
  const {
    InferenceSpecification: main,
    AdditionalInferenceSpecifications: additional,
    SourceAlgorithmSpecification: source,
  } = given;
  if ((main ?? additional ?? source) === undefined) return undefined;
  const specified = [main, ...(additional ?? [])].flatMap((one) => one?.Containers ?? []);
  return [...specified, ...(source?.SourceAlgorithms ?? [])].map(packageContainer);
}

/** S3 URIs of the evaluation reports, sorted. */
export function packageMetrics(metrics: ModelMetrics): readonly string[] {
  const sources: readonly (MetricsSource | undefined)[] = [
    metrics.ModelQuality?.Statistics,
    metrics.ModelQuality?.Constraints,
    metrics.ModelDataQuality?.Statistics,
    metrics.ModelDataQuality?.Constraints,
    metrics.Bias?.Report,
    metrics.Bias?.PreTrainingReport,
    metrics.Bias?.PostTrainingReport,
    metrics.Explainability?.Report,
  ];
  return sources.flatMap((one) => text(one?.S3Uri) ?? []).sort();
}
