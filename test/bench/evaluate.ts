import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child } from './child.ts';
import type { EvaluateMeasure, EvaluateOrder } from './evaluating.ts';
import { showFigures } from './figure.ts';
import type { GenerateOrder } from './generating.ts';

// A test run of 500,000 records, against the rules' own work.

const directory = mkdtempSync(join(tmpdir(), 'leastwise-bench-'));
const [generator, evaluator] = [new Child('generating'), new Child('evaluating')];
try {
  const snapshot = join(directory, 'snapshot');
  const generate: GenerateOrder = { out: snapshot };
  await generator.ask(generate);
  const evaluate: EvaluateOrder = { snapshot, out: join(directory, 'run'), records: 500_000 };
  const measure = await evaluator.ask<EvaluateMeasure>(evaluate);
  const { run, judging, checks } = measure;
  showFigures('A test run with a text and a JUnit report', {
    leastwise: [
      { name: 'records', value: measure.records },
      { name: 'failures', value: measure.failures },
      { name: 'time', value: run.seconds, unit: 's' },
      { name: 'processor time', value: run.processor, unit: 's' },
      { name: "processor time of the rules' own work", value: checks.processor, unit: 's' },
      {
        name: 'processor time beyond it',
        value: run.processor - checks.processor,
        unit: 's',
        atMost: 5,
      },
      { name: 'judging without records and reports', value: judging.processor, unit: 's' },
      { name: 'ratio to that', value: run.processor / judging.processor },
      { name: 'memory at most', value: measure.memory, unit: 'MB', atMost: 250 },
    ],
  });
} finally {
  generator.end();
  evaluator.end();
  rmSync(directory, { recursive: true, force: true });
}
