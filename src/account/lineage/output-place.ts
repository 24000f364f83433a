type GivenUri = string | null | undefined;

/**
 * Where training writes below the output path it was given. SageMaker puts the weights of every job
 * into `<path>/<job>/output/`, so a path that is a whole bucket (the default of the SageMaker SDK)
 * does not make all of the bucket a place of weights.
 */
export function trainingOutput(uri: GivenUri): GivenUri {
  return isWholeBucket(uri) ? `${withoutSlash(uri)}/*/output/` : uri;
}

/** The folder that is one job's own below the output path. */
export function jobFolder(uri: GivenUri, job: string): string | undefined {
  return typeof uri === 'string' ? `${withoutSlash(uri)}/${job}/` : undefined;
}

export function isWholeBucket(uri: GivenUri): uri is string {
  return typeof uri === 'string' && /^s3:\/\/[^/]+\/?$/.test(uri);
}

function withoutSlash(uri: string): string {
  return uri.replace(/\/$/, '');
}
