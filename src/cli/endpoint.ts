/**
 * Where the SDK will send its calls instead of to AWS, from the variables it reads; null when they
 * go to AWS.
 */
export function endpointOverride(
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  if (environment['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] === 'true') return null;
  const named = Object.entries(environment)
    .filter(([name, value]) => /^AWS_ENDPOINT_URL(_|$)/.test(name) && value !== '')
    .map(([name, value]) => `${name}=${withoutUserinfo(value ?? '')}`)
    .sort();
  return named.length === 0 ? null : named.join(' ');
}

function withoutUserinfo(url: string): string {
  return url.replace(/\/\/[^/@]*@/, '//');
}
