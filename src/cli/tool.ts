import { readFileSync } from 'node:fs';

/** Name and version from package.json, which stands two folders up in src and three in dist. */
export function toolVersion(): { readonly name: string; readonly version: string } {
  for (const path of ['../../package.json', '../../../package.json']) {
    const text = readPackage(new URL(path, import.meta.url));
    if (text === undefined) continue;
    const { name, version } = JSON.parse(text) as { name: string; version: string };
    if (name === 'leastwise') return { name, version };
  }
  throw new Error('the package.json of leastwise is missing');
}

function readPackage(url: URL): string | undefined {
  try {
    return readFileSync(url, 'utf8');
  } catch {
    return undefined;
  }
}
