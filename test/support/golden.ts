import { expect } from 'chai';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', 'golden');

/** Compares a text with a file below test/golden; `UPDATE_GOLDEN=1` writes the file instead. */
export function expectGolden(text: string, name: string): void {
  const path = join(root, name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).to.equal(readFileSync(path, 'utf8'));
}
