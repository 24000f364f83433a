import { readdirSync } from 'node:fs';
import { expect } from 'chai';
import { decideCase } from '../../src/decide/decide-case.ts';
import type { Case } from '../case/decide/case.ts';

// What AWS documents, case by case.

const folder = new URL('../case/decide/', import.meta.url);
const files = readdirSync(folder).filter((name) => name !== 'case.ts' && name !== 'build.ts');

/** The lines of the engine's specification that cases must cover. */
const lines = [
  ...['A1.1', 'A1.2', 'A1.3', 'A2', 'A2.7', 'A3', 'A4.1', 'A4.2', 'A4.3', 'A4.4', 'A4.5', 'A4.6'],
  ...['A4.7', 'A4.8', 'A5.1', 'A5.2', 'A5.3', 'A5.4', 'A5.5', 'A6', 'A7.1', 'A7.2', 'A7.3', 'A7.4'],
  ...['A8.1', 'A8.2', 'A8.3', 'A8.4', 'A8.5', 'A8.6', 'A9.1', 'A9.2', 'A9.3', 'A10.1', 'A10.2'],
  ...['A10.3', 'A10.4'],
];

const concepts = await Promise.all(
  files.map(async (name) => {
    const { cases } = (await import(new URL(name, folder).href)) as { cases: readonly Case[] };
    return { name: name.replace(/\.ts$/, ''), cases };
  }),
);
const all = concepts.flatMap(({ cases }) => cases);

describe('The decisions that AWS documents', () => {
  for (const { name, cases } of concepts) {
    describe(name, () => {
      for (const one of cases) {
        it(`${one.id}: ${one.title}`, () => {
          const { id, request, policies, settings } = one;
          const answer = decideCase({
            id,
            request,
            ...(policies && { policies }),
            ...(settings && { settings }),
          });
          const texts = answer.reasons.map(({ text }) => text);
          expect(answer.decision, texts.join('\n')).to.equal(one.expect);
          expect(texts.length).to.be.above(0);
          if (one.reason !== undefined) expect(texts.join('\n')).to.include(one.reason);
        });
      }
    });
  }

  it('are at least 400, each with an id of its own and a page of AWS', () => {
    expect(all.length).to.be.at.least(400);
    expect(new Set(all.map(({ id }) => id)).size).to.equal(all.length);
    const elsewhere = all.filter(({ cites }) => !cites.startsWith('https://docs.aws.amazon.com/'));
    expect(elsewhere).to.deep.equal([]);
  });

  it('cover every line of the specification', () => {
    const covered = new Set(all.map(({ line }) => line));
    expect(lines.filter((line) => !covered.has(line))).to.deep.equal([]);
  });
});
