import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Registers hooks: within the suite, the function returned gives a new directory for each test. */
export function temporaryDirectory(): () => string {
  let directory = '';
  beforeEach(() => {
    directory = fs.mkdtempSync(join(tmpdir(), 'leastwise-test-'));
  });
  afterEach(() => {
    fs.rmSync(directory, { recursive: true, force: true });
  });
  return () => directory;
}
