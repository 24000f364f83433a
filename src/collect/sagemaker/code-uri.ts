/**
 * Where the code of a container lies in S3, by the key under which the SageMaker SDK passes it:
 * `sagemaker_submit_directory` among hyperparameters, whose values it writes as JSON, and
 * `SAGEMAKER_SUBMIT_DIRECTORY` in the environment. Undefined for anything but an S3 URI, such as a
 * path in the image: no other value of these maps is ever stored.
 */
export function codeUri(map: Readonly<Record<string, string>> | undefined): string | undefined {
  const value = map?.['sagemaker_submit_directory'] ?? map?.['SAGEMAKER_SUBMIT_DIRECTORY'];
  const text = value === undefined ? '' : value.replace(/^"(.*)"$/s, '$1');
  return /^s3:\/\/[^\s"?#@]+$/.test(text) ? text : undefined;
}
