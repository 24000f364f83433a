import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { clearDemo } from '../../src/cli/clear-demo.ts';
import { UserError } from '../../src/model/user-error.ts';

describe('clearDemo', () => {
  let out = '';
  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), 'leastwise-demo-'));
    mkdirSync(join(out, 'snapshot'));
    put('snapshot/manifest.json', '{"account":"111122223333"}');
    put('run.json', '{}');
    put('junit.xml', '<x/>');
  });
  afterEach(() => rmSync(out, { recursive: true }));

  const put = (name: string, text: string): void => writeFileSync(join(out, name), text);

  it('removes what an earlier demo left', () => {
    clearDemo(out, '111122223333');
    expect(readdirSync(out)).to.deep.equal([]);
  });

  it('needs no directory', () => {
    clearDemo(join(out, 'none'), '111122223333');
    expect(existsSync(join(out, 'none'))).to.equal(false);
  });

  it('removes nothing where something else is', () => {
    put('notes.txt', 'mine');
    expect(() => clearDemo(out, '111122223333')).to.throw(UserError, 'holds notes.txt, which no');
    expect(readdirSync(out)).to.have.members(['snapshot', 'run.json', 'junit.xml', 'notes.txt']);
  });

  it('removes no snapshot of another account', () => {
    put('snapshot/manifest.json', '{"account":"999988887777"}');
    expect(() => clearDemo(out, '111122223333')).to.throw(UserError, 'a snapshot of 999988887777');
    expect(existsSync(join(out, 'snapshot/manifest.json'))).to.equal(true);
  });

  it('removes no snapshot of which it cannot tell', () => {
    put('snapshot/manifest.json', 'broken');
    expect(() => clearDemo(out, '111122223333')).to.throw(UserError, 'of an unknown account');
  });

  it('refuses a file', () => {
    expect(() => clearDemo(join(out, 'run.json'), '1')).to.throw(UserError, 'cannot be used');
  });
});
