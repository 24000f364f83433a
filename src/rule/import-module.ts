import { createRequire } from 'node:module';
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

/** Both module systems, because the nearest package.json decides which one a file belongs to. */
async function loadTypescript(): Promise<void> {
  const [modules, commonjs] = await Promise.all([import('tsx/esm/api'), import('tsx/cjs/api')]);
  commonjs.register();
  modules.register();
  typescriptIsLoaded = true;
}
