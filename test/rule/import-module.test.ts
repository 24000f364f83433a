import { execFileSync } from 'node:child_process';
import { expect } from 'chai';
import fs from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryDirectory } from '../support/temporary-directory.ts';

/** What `npm test` builds first; these tests must run in a Node without tsx. */
const built = join(import.meta.dirname, '..', '..', 'dist', 'src', 'rule', 'import-module.js');

describe('importing files of the user, without a TypeScript loader', () => {
  const directory = temporaryDirectory();

  before(function skipUnlessBuilt() {
    if (!fs.existsSync(built)) this.skip();
  });

  function write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      fs.writeFileSync(join(directory(), name), text);
    }
  }

  /** What a program prints that imports each of the files. */
  function imported(...names: readonly string[]): unknown {
    const paths = JSON.stringify(names.map((name) => join(directory(), name)));
    const program = `
      const { importModule } = await import(${JSON.stringify(pathToFileURL(built).href)});
      const found = [];
      for (const path of ${paths}) found.push(await importModule(path));
      console.log(JSON.stringify(found));`;
    const args = ['--input-type=module', '-e', program];
    const env = { ...process.env, NODE_OPTIONS: '' };
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', env }));
  }

  for (const [format, manifest] of [
    ['ES modules', '{"type":"module"}'],
    ['CommonJS', '{}'],
  ] as const) {
    it(`takes TypeScript with its enums and imports in a folder of ${format}`, () => {
      write({
        'package.json': manifest,
        'helper.ts': `export enum Level { Low = 'low' }`,
        'a.ts': `import { Level } from './helper.ts';\nexport default { level: Level.Low as string };`,
        'b.js': manifest === '{}' ? 'module.exports = { b: 1 };' : 'export default { b: 1 };',
      });
      expect(imported('b.js', 'a.ts', 'b.js')).to.deep.equal([
        { b: 1 },
        { level: 'low' },
        { b: 1 },
      ]);
    });
  }
});
