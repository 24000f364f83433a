import { AssertionError } from 'chai';
import { describePlace } from '../model/describe-place.ts';
import { notCollected } from '../model/observed.ts';
import { printable } from '../model/printable.ts';
import type { RuleResult, TestRecord } from '../model/record.ts';
import { UnknownError } from './unknown-error.ts';

/**
 * What a mocha test throws for a record that fails or could not be judged; undefined for the others.
 * A failure carries `expected` and `actual`, so that reporters show the difference.
 */
export function recordError(record: TestRecord, result: RuleResult): Error | undefined {
  switch (record.status) {
    case 'fail':
      return violation(record, result);
    case 'unknown': {
      const [first = nothingSaid, ...rest] = record.missing;
      return new UnknownError(first, ...rest);
    }
    case 'pass':
    case 'waived':
    case 'not-applicable':
    case 'manual':
      return undefined;
  }
}

const nothingSaid = { what: 'the verdict', why: notCollected('no reason was recorded') };

function violation(record: TestRecord, result: RuleResult): Error {
  const lines = record.evidence.flatMap((evidence) => {
    const place = describePlace(evidence);
    return [
      `expected ${printable(evidence.expected)}, got ${printable(evidence.got)}`,
      ...(place === '' ? [] : [`  where: ${printable(place)}`]),
    ];
  });
  const message = [...lines, `  fix: ${printable(result.fix)}`].join('\n');
  const join = (texts: readonly string[]): string =>
    texts.map((text) => printable(text)).join('\n');
  return new AssertionError(message, {
    expected: join(record.evidence.map((evidence) => evidence.expected)),
    actual: join(record.evidence.map((evidence) => evidence.got)),
    showDiff: true,
  });
}
