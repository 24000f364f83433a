import { expect } from 'chai';
import { isNamedSecret } from '../../../src/collect/redact/named-secret.ts';
import { redactMap } from '../../../src/collect/redact/redact-map.ts';
import { redactBase64 } from '../../../src/collect/redact/redact-text.ts';
import { secretShapes } from '../../../src/collect/redact/secret-detector.ts';
import { sha256 } from '../../../src/model/canonical.ts';

/** Put together at run time, so that no scanner takes this file for a leak. */
const samples = {
  'aws-access-key-id': `AKIA${'IOSFODNN7EXAMPLE'}`,
  'aws-secret-access-key': `aws_secret_access_key = ${'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'}`,
  'private-key': `-----BEGIN RSA ${'PRIVATE KEY'}-----`,
  'github-token': `ghp_${'a1B2'.repeat(9)}`,
  'gitlab-token': `glpat-${'a1B2'.repeat(5)}`,
  'slack-token': `xoxb-${'123456789012'}`,
  'slack-webhook': `https://hooks.slack.com/services/${'T0000/B0000/'.repeat(2)}`,
  'json-web-token': `eyJ${'hbGciOiJIUzI1NiJ9'}.eyJ${'zdWIiOiIxMjM0In0'}.${'x'.repeat(20)}`,
  'hugging-face-token': `hf_${'aB'.repeat(17)}`,
  'openai-key': `sk-proj-${'a1B2'.repeat(6)}`,
  'google-api-key': `AIza${'a1B2-'.repeat(7)}`,
  'password-in-url': `git clone https://bot:${'s3cretpw'}@git.acme.example/repo`,
} as const;

describe('secretShapes', () => {
  for (const [detector, text] of Object.entries(samples)) {
    it(`finds ${detector}, alone and in the middle of a line`, () => {
      expect(secretShapes(text)).to.include(detector);
      expect(secretShapes(`export X="${text}" # comment`)).to.include(detector);
    });
  }

  for (const text of [
    'pip install torch==2.4.0',
    'aws s3 cp s3://acme-models/fraud/model.tar.gz /opt/ml/model',
    'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    'https://user:${TOKEN}@git.acme.example/repo',
    'da39a3ee5e6b4b0d3255bfef95601890afd80709',
  ]) {
    it(`finds nothing in: ${text}`, () => expect(secretShapes(text)).to.deep.equal([]));
  }
});

describe('isNamedSecret', () => {
  for (const name of ['password', 'DB_PASSWORD', 'dbPassword', 'api-key', 'HF_TOKEN', 'apiKey']) {
    it(`takes a value of ${name} for a secret`, () =>
      expect(isNamedSecret(name, 'correct horse')).to.equal(true));
  }

  for (const [name, value] of [
    ['max_tokens', '4096'],
    ['tokenizer', 'bert-base-uncased'],
    ['pad_token', '<pad>'],
    ['sep_token', '[SEP]'],
    ['use_auth_token', 'true'],
    ['SECRET_ARN', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db'],
    ['SECRET_NAME', 'prod/db/main'],
    ['password', ''],
    ['password', '${DB_PASSWORD}'],
    ['token', 'get_token()'],
    ['token', 'os.environ["TOKEN"]'],
    ['keyboard', 'qwertz-layout'],
  ] as const) {
    it(`takes ${name}=${value} for none`, () => expect(isNamedSecret(name, value)).to.equal(false));
  }
});

describe('redactMap', () => {
  it('keeps sorted key names and what looks like a secret, no value', () => {
    const map = {
      region: 'eu-west-1',
      OPTIONS: '--db-password hunter2hunter2 --epochs 3',
      JSON: '{"apiKey": "0123456789abcdef"}',
      AWS: 'wJalrXUtnFEMI/K7MDENG1bPxRfiCYEXAMPLEKEY',
    };
    expect(redactMap(map)).to.deep.equal({
      keys: ['AWS', 'JSON', 'OPTIONS', 'region'],
      secrets: [
        { at: 'AWS', detector: 'aws-secret-access-key' },
        { at: 'JSON', detector: 'named-secret' },
        { at: 'OPTIONS', detector: 'named-secret' },
      ],
    });
  });

  it('takes a missing map for an empty one', () => {
    expect(redactMap(undefined)).to.deep.equal({ keys: [], secrets: [] });
  });

  it('is not misled by a key called __proto__', () => {
    const map = JSON.parse('{"__proto__": "AKIAIOSFODNN7EXAMPLE"}') as Record<string, string>;
    expect(redactMap(map)).to.deep.equal({
      keys: ['__proto__'],
      secrets: [{ at: '__proto__', detector: 'aws-access-key-id' }],
    });
  });
});

describe('redactBase64', () => {
  it('keeps hash and size of a script, and the numbers of the lines that look like secrets', () => {
    const script = `#!/bin/bash\nexport DB_PASSWORD='hunter2 hunter2'\n${samples['github-token']}\n`;
    const content = Buffer.from(script).toString('base64');
    expect(redactBase64(content)).to.deep.equal({
      sha256: sha256(script),
      bytes: script.length,
      secrets: [
        { at: 'line 2', detector: 'named-secret' },
        { at: 'line 3', detector: 'github-token' },
      ],
    });
  });

  it('takes time in proportion to the script', () => {
    const script = `${'a'.repeat(50_000)}\n${'--a'.repeat(20_000)}\n${'x:'.repeat(20_000)}`;
    const start = performance.now();
    redactBase64(Buffer.from(script).toString('base64'));
    expect(performance.now() - start).to.be.below(3_000);
  });
});
