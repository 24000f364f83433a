import type { Observed } from '../../model/observed.ts';
import type { Aws } from '../collector.ts';
import { credentialRows, type CredentialReport } from './credential-report.ts';
import { observe, required } from '../reply/observe.ts';
import { isoDate } from '../reply/reply.ts';

/** Seconds to wait before asking again; AWS needs some seconds for a large account. */
const waits = [0.5, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2];

export const credentialReportOperations = {
  'iam:GenerateCredentialReport': 'iam:GenerateCredentialReport',
  'iam:GetCredentialReport': 'iam:GetCredentialReport',
} as const;

/** Asks AWS for the report of who has which credentials, and waits until it is made. */
export async function readCredentialReport(aws: Aws): Promise<Observed<CredentialReport>> {
  const state = await generate(aws);
  if (state.state !== 'present') return state;
  return observe(aws, 'iam:GetCredentialReport', {}, (reply) => ({
    generatedAt: isoDate(reply.GeneratedTime, 'GeneratedTime'),
    rows: credentialRows(new TextDecoder().decode(required(reply.Content, 'Content'))),
  }));
}

async function generate(aws: Aws): Promise<Observed<'COMPLETE'>> {
  const call = 'iam:GenerateCredentialReport';
  for (const seconds of [...waits, 0]) {
    const state = await observe(aws, call, {}, (reply) => required(reply.State, 'State'));
    if (state.state !== 'present') return state;
    if (state.value === 'COMPLETE') return { state: 'present', value: state.value };
    await aws.sleep(seconds * 1000);
  }
  const message = 'the credential report was not ready in time';
  return { state: 'error', call, code: 'ReportNotReady', message };
}
