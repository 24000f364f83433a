/** Parts of a name that say "the value is a secret". */
const secretWords = new Set([
  'password',
  'passwd',
  'pwd',
  'passphrase',
  'secret',
  'secrets',
  'token',
  'apikey',
  'credential',
  'credentials',
]);

/** Two parts that say it together. */
const secretPairs = new Set(['api key', 'access key', 'private key', 'auth key', 'account key']);

/** Last parts that make it a name for where the secret is, or a number about it. */
const referenceWords = new Set([
  'arn',
  'count',
  'enabled',
  'expiry',
  'file',
  'id',
  'ids',
  'length',
  'limit',
  'mode',
  'name',
  'path',
  'size',
  'ttl',
  'type',
  'uri',
  'url',
]);

/**
 * True iff the name says secret (`DB_PASSWORD`, `apiKey`) and the value can be one: not a
 * reference to a secret, a switch, a number or a tokenizer's `<pad>`.
 */
export function isNamedSecret(name: string, value: string): boolean {
  return saysSecret(wordsOf(name)) && canBeSecret(value);
}

/** `dbPassword`, `DB_PASSWORD` and `db-password` are all `db`, `password`. */
function wordsOf(name: string): readonly string[] {
  const parted = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2');
  return parted
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

function saysSecret(words: readonly string[]): boolean {
  if (referenceWords.has(words.at(-1) ?? '')) return false;
  return words.some(
    (word, at) => secretWords.has(word) || secretPairs.has(`${words[at - 1] ?? ''} ${word}`),
  );
}

function canBeSecret(value: string): boolean {
  const bare = value.trim().replace(/^(["'])(.*)\1$/s, '$2');
  if (bare.length < 4) return false;
  if (/^(?:arn:|s3:\/\/|\/|[$%]|\{\{|[<[].*[>\]]$)/.test(bare)) return false;
  // Code that fetches the value: `getpass()`, `os.environ["TOKEN"]`.
  if (/^[A-Za-z_][\w.]*[([]/.test(bare)) return false;
  return (
    !/^(?:true|false|none|null|enabled|disabled|[-+.\d]+)$/i.test(bare) || /^\d{6,}$/.test(bare)
  );
}
