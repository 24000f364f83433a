import type { Reporter, RuleResult, RunInfo, Status, TestRecord } from '../model/record.ts';
import { countsInWords } from './counts-in-words.ts';
import { cutAttribute, cutBody } from './cut-text.ts';
import { junitBody } from './junit-body.ts';
import { junitCounts, type Granularity } from './junit-counts.ts';
import { legalXml, xmlAttributes } from './xml.ts';

/**
 * JUnit XML, streamed: a suite per rule, a case for the rule and one per record by `granularity`.
 * Consumers drop cases of the same name, so names are unique within their suite. It is a view: long
 * texts are cut, the records are the truth.
 */
export function junitReporter(granularity: Granularity = 'nonpass'): Reporter {
  return async function* junitReport(run, records) {
    const left = new Map(run.rules.map((result) => [result.id, result]));
    yield head(run, granularity);
    let suite: Suite | undefined;
    for await (const record of records) {
      if (suite?.result.id !== record.rule) {
        if (suite !== undefined) yield suiteEnd;
        suite = { run, result: take(left, record.rule), names: new Map() };
        yield suiteStart(suite, granularity) + ruleCase(suite);
      }
      if (isShown(record.status, granularity)) yield recordCase(suite, record);
    }
    if (suite !== undefined) yield suiteEnd;
    for (const result of left.values()) {
      const rest = { run, result, names: new Map<string, number>() };
      yield suiteStart(rest, granularity) + ruleCase(rest) + suiteEnd;
    }
    yield '</testsuites>\n';
  };
}

interface Suite {
  readonly run: RunInfo;
  readonly result: RuleResult;
  /** Names that were given to cases, and how often each was wanted. */
  readonly names: Map<string, number>;
}

const suiteEnd = '  </testsuite>\n';

function take(left: Map<string, RuleResult>, rule: string): RuleResult {
  const result = left.get(rule);
  if (result === undefined) {
    throw new Error(`records of ${rule} are not grouped, or the run does not know the rule`);
  }
  left.delete(rule);
  return result;
}

function head(run: RunInfo, granularity: Granularity): string {
  const counts = xmlAttributes({ name: run.tool.name, ...junitCounts(run.rules, granularity) });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${counts} time="0">\n`;
}

function suiteStart({ run, result }: Suite, granularity: Granularity): string {
  const counts = xmlAttributes({ name: result.id, ...junitCounts([result], granularity) });
  const properties = {
    code: result.code,
    severity: result.severity,
    title: result.title,
    why: result.why,
    fix: result.fix,
    account: run.snapshot.account,
    snapshot: run.snapshot.root,
  };
  const lines = Object.entries(properties).map(
    ([name, value]) => `      <property${xmlAttributes({ name, value: cutAttribute(value) })}/>\n`,
  );
  return `  <testsuite${counts} time="0">\n    <properties>\n${lines.join('')}    </properties>\n`;
}

function isShown(status: Status, granularity: Granularity): boolean {
  return granularity === 'resource' || (granularity === 'nonpass' && status !== 'pass');
}

function ruleCase(suite: Suite): string {
  const { result } = suite;
  const message = countsInWords(result.counts);
  const body = [message, `why: ${result.why}`, `fix: ${result.fix}`].join('\n');
  const outcome = { status: result.status, message, type: result.severity, body };
  return testCase(suite, `${result.code} ${result.title}`, outcome);
}

function recordCase(suite: Suite, record: TestRecord): string {
  const body = junitBody(suite.run, suite.result, record);
  const [message = record.status] = body.split('\n', 1);
  const outcome = { status: record.status, message, type: record.severity, body };
  return testCase(suite, record.resource, outcome);
}

interface Outcome {
  readonly status: Status;
  readonly message: string;
  readonly type: string;
  readonly body: string;
}

function testCase(suite: Suite, title: string, outcome: Outcome): string {
  const classname = suite.result.id.replace('/', '.');
  const start = `    <testcase${xmlAttributes({ classname, name: unique(suite.names, title), time: 0 })}`;
  const inner = outcomeElement(outcome);
  return inner === '' ? `${start}/>\n` : `${start}>\n      ${inner}\n    </testcase>\n`;
}

function outcomeElement({ status, message, type, body }: Outcome): string {
  const said = xmlAttributes({ message: cutAttribute(message), type });
  switch (status) {
    case 'pass':
      return '';
    case 'fail':
      return `<failure${said}>${cutBody(body)}</failure>`;
    case 'unknown':
      return `<error${said}>${cutBody(body)}</error>`;
    case 'waived':
    case 'not-applicable':
    case 'manual':
      return `<skipped${xmlAttributes({ message: cutAttribute(`${status}: ${message}`) })}/>`;
  }
}

/** Cut names, and names that differ in characters XML cannot hold, may have become the same. */
function unique(names: Map<string, number>, title: string): string {
  const name = legalXml(cutAttribute(title));
  let copy = names.get(name) ?? 1;
  let free = name;
  for (; names.has(free); free = `${name} (${String(copy)})`) copy += 1;
  names.set(name, copy);
  names.set(free, names.get(free) ?? 1);
  return free;
}
