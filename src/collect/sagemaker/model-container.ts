import type {
  ContainerDefinition,
  ModelPackageContainerDefinition,
} from '@aws-sdk/client-sagemaker';
import type { Container } from '../../model/resource/field.ts';
import { redactMap } from '../redact/redact-map.ts';
import { codeUri } from './code-uri.ts';
import { text } from '../reply/reply-text.ts';

/** A container of a model. The weights stand under either of two members. */
export function modelContainer(given: ContainerDefinition): Container {
  return {
    image: text(given.Image) ?? null,
    modelDataUrl: modelData(given),
    modelPackage: text(given.ModelPackageName) ?? null,
    repositoryAccess: text(given.ImageConfig?.RepositoryAccessMode) ?? null,
    environment: redactMap(given.Environment),
    codeUri: codeUri(given.Environment) ?? null,
    additionalData: modelSources(given),
  };
}

/** A container of a model package's inference specification. */
export function packageContainer(given: ModelPackageContainerDefinition): Container {
  return {
    image: text(given.Image) ?? null,
    modelDataUrl: modelData(given),
    modelPackage: null,
    repositoryAccess: null,
    environment: redactMap(given.Environment),
    codeUri: codeUri(given.Environment) ?? null,
    additionalData: modelSources(given, given.AdditionalS3DataSource?.S3Uri),
  };
}

type Weights = Pick<ContainerDefinition, 'ModelDataUrl' | 'ModelDataSource'>;

function modelData({ ModelDataUrl, ModelDataSource }: Weights): string | null {
  return text(ModelDataUrl) ?? text(ModelDataSource?.S3DataSource?.S3Uri) ?? null;
}

function modelSources(
  { AdditionalModelDataSources: sources }: Pick<ContainerDefinition, 'AdditionalModelDataSources'>,
  other?: string,
): readonly string[] {
  const uris = [...(sources ?? []).map((one) => one.S3DataSource?.S3Uri), other];
  return uris.flatMap((uri) => text(uri) ?? []);
}
