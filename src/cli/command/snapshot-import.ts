import { randomUUID } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import { printable } from '../../model/printable.ts';
import { notEmpty } from '../options.ts';
import { readJson, readJsonValues } from '../read-json.ts';
import { resourceCount } from '../resource-count.ts';
import type { Shell } from '../shell.ts';
import { toolVersion } from '../tool.ts';
import { unreadText } from '../unread-text.ts';

interface Flags {
  readonly iam: readonly string[];
  readonly out: string;
  readonly bucketPolicy?: readonly NamedFile[];
  readonly keyPolicy?: readonly NamedFile[];
  readonly account?: string;
  readonly region?: string;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

interface NamedFile {
  readonly name: string;
  readonly file: string;
}

const examples = `
For an account that leastwise may not read itself. Everything that is not in the files counts as not
collected: what rests on it is unknown, never a pass. The hour of the import stands for the hour of
reading. Call AWS without --filter, or lists will be missing.

Examples:
  aws iam get-account-authorization-details --output json > iam.json
  leastwise snapshot import --iam iam.json --out snapshot

  aws s3api get-bucket-policy --bucket acme-models > models.json
  aws kms get-key-policy --policy-name default --key-id 1234abcd-12ab-34cd-56ef-1234567890ab > key.json
  leastwise snapshot import --iam iam.json --bucket-policy acme-models=models.json \\
      --key-policy 1234abcd-12ab-34cd-56ef-1234567890ab=key.json --region eu-west-1 --out snapshot

  cat page-*.json | leastwise snapshot import --iam - --out snapshot
  leastwise can role/Training s3:GetObject s3://acme-models/a --snapshot snapshot

Exit codes: 0 the snapshot is there · 2 usage, or a file that cannot be understood`;

/** `leastwise snapshot import`: a snapshot out of what the AWS CLI has written to files. */
export function snapshotImportCommand(shell: Shell): Command {
  return new Command('import')
    .description('make a snapshot of JSON files that the AWS CLI wrote, without calling AWS')
    .requiredOption(
      '--iam <file>',
      'output of `aws iam get-account-authorization-details`; pages one after the other, in one file or several (repeatable); - for standard input',
      gatherFile,
    )
    .requiredOption('--out <dir>', 'new directory for the snapshot', notEmpty)
    .option('--bucket-policy <name=file>', 'policy of a bucket (repeatable)', gather)
    .option('--key-policy <key=file>', 'policy of a key, by ARN or id (repeatable)', gather)
    .option('--region <name>', 'where the keys are that are named by their id', regionName)
    .option('--account <id>', 'whose files they are; without: what the ARNs say', accountId)
    .option('-q, --quiet', 'no notes, only errors')
    .option('--json', 'print the manifest as JSON on stdout')
    .addHelpText('after', examples)
    .action((flags: Flags) => importFiles(shell, flags));
}

async function importFiles(shell: Shell, flags: Flags): Promise<void> {
  const { importAccount } = await import('../../collect/import/import-account.ts');
  const manifest = await importAccount(
    {
      out: flags.out,
      iam: flags.iam.map((file) => ({ file, values: readJsonValues(file) })),
      bucketPolicies: (flags.bucketPolicy ?? []).map(readNamed),
      keyPolicies: (flags.keyPolicy ?? []).map(readNamed),
      account: flags.account ?? null,
      region: flags.region ?? null,
    },
    { tool: toolVersion(), runId: randomUUID(), now: new Date(shell.now()).toISOString() },
  );
  if (flags.quiet !== true) {
    const count = `${String(resourceCount(manifest))} resources in ${flags.out}`;
    shell.terminal.say(printable(`Imported account ${manifest.account}: ${count}`));
    const unread = unreadText(flags.out);
    if (unread !== null) shell.terminal.say(unread);
  }
  const text = flags.json === true ? JSON.stringify(manifest, null, 2) : flags.out;
  await shell.terminal.write(`${text}\n`);
}

function readNamed({ name, file }: NamedFile) {
  return { name, file, value: readJson(file) };
}

function gatherFile(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, notEmpty(value)];
}

/** A file's name may hold an equals sign; the name of a bucket or key holds none. */
function gather(value: string, earlier: readonly NamedFile[] = []): readonly NamedFile[] {
  const [, name, file] = /^([^=]+)=(.+)$/s.exec(value) ?? [];
  if (name === undefined || file === undefined) {
    throw new InvalidArgumentError('Write NAME=FILE, e.g. acme-models=policy.json.');
  }
  return [...earlier, { name, file }];
}

function accountId(value: string): string {
  if (!/^\d{12}$/.test(value)) throw new InvalidArgumentError('It must have twelve digits.');
  return value;
}

function regionName(value: string): string {
  if (!/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(value)) {
    throw new InvalidArgumentError('That is not the name of a region; write e.g. eu-west-1.');
  }
  return value;
}
