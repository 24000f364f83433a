import { AwsError } from '../aws-error.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Call, Context } from '../call.ts';

/** The first call starts the report, the second finds it complete. */
export function generateCredentialReport({ account }: Call, context: Context): JsonObject {
  if (!context.reports.has(account.id)) {
    context.reports.set(account.id, 'started');
    const description = 'No report exists. Starting a new report generation task';
    return { State: 'STARTED', Description: description };
  }
  context.reports.set(account.id, 'complete');
  return { State: 'COMPLETE' };
}

export function getCredentialReport({ account }: Call, context: Context): JsonObject {
  const state = context.reports.get(account.id);
  if (state === undefined) {
    throw new AwsError('ReportNotPresent', 'No report exists.', { status: 410 });
  }
  if (state === 'started') {
    throw new AwsError('ReportInProgress', 'The report is being generated.', { status: 404 });
  }
  return {
    Content: Buffer.from(csv(account.iam.credentialReport)).toString('base64'),
    ReportFormat: 'text/csv',
    GeneratedTime: context.world.now.toISOString(),
  };
}

function csv(rows: readonly { readonly [column: string]: string }[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? 'N/A')));
  return [columns, ...lines].map((line) => line.join(',')).join('\n');
}

function cell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
