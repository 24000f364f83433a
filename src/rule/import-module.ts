import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Node keeps every module that it imported; a new query makes it read the file again. */
let imports = 0;
let typescriptIsLoaded = false;

/**
 * Imports a file of the user afresh and returns its default export. TypeScript goes through tsx
 * where Node cannot take it, and tsx is loaded only then.
 *
 * @param file - Absolute path.
 */
export async function importModule(file: string): Promise<unknown> {
  try {
    return await importAfresh(file);
  } catch (error) {
    if (typescriptIsLoaded || !isTypescriptRefusal(error)) throw error;
  }
  await loadTypescript();
  return importAfresh(file);
}

async function importAfresh(file: string): Promise<unknown> {
  imports += 1;
  // CommonJS modules are kept by file name, whatever the query.
  const { cache } = createRequire(import.meta.url);
  delete cache[file];
  const url = `${pathToFileURL(file).href}?import=${String(imports)}`;
  const { default: exported } = (await import(url)) as { readonly default?: unknown }; // any module
  return unwrapped(exported);
}

/** A CommonJS module made from `export default` arrives as the default's default. */
function unwrapped(exported: unknown): unknown {
  const isModule = typeof exported === 'object' && exported !== null && '__esModule' in exported;
  return isModule && 'default' in exported ? exported.default : exported;
}

/** Node 20 knows no `.ts`; later ones strip types, but refuse enums and packages. */
function isTypescriptRefusal(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  const code = String(error.code);
  return code === 'ERR_UNKNOWN_FILE_EXTENSION' || /^ERR_UNSUPPORTED_.*TYPES/.test(code);
}

/**
 * A file of rules is an ES module whatever the nearest package.json says: as CommonJS it would load
 * a second copy of this package, and `account` and `expect` would be those of another run.
 */
const alwaysModule = `export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  const isScript = found.format === 'commonjs' && /\\.ts($|\\?)/.test(found.url);
  return isScript ? { ...found, format: 'module' } : found;
}`;

async function loadTypescript(): Promise<void> {
  const tsx = await import('tsx/esm/api');
  tsx.register();
  register(`data:text/javascript,${encodeURIComponent(alwaysModule)}`);
  typescriptIsLoaded = true;
}
