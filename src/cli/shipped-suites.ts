import { fileURLToPath } from 'node:url';

/** The folder of the shipped rules, beside `src` in the source tree and in `dist`. */
export function shippedSuites(): string {
  return fileURLToPath(new URL('../../suites', import.meta.url));
}
