import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Kind } from '../../src/model/resource.ts';
import { kinds } from '../../src/model/resource.ts';
import { build } from '../support/build.ts';
import { captureInto, claimOf, planOf } from '../support/capture.ts';
import { leastwise } from '../support/cli.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

/** In a module that Node loads first: `import` and `require` of the SDK throw. */
const refusal = `
  import { register, Module } from 'node:module';
  const sdk = /^@(aws-sdk|smithy)\\//;
  const hooks = 'export async function resolve(specifier, context, next) {' +
    'if (' + sdk + '.test(specifier)) throw new Error("refused to load " + specifier);' +
    'return next(specifier, context); }';
  register('data:text/javascript,' + encodeURIComponent(hooks));
  const load = Module._load;
  Module._load = function (request, ...rest) {
    if (sdk.test(request)) throw new Error('refused to load ' + request);
    return load.call(this, request, ...rest);
  };
`;
const environment = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(refusal)}`,
};

describe('leastwise without the AWS SDK', () => {
  const directory = temporaryDirectory();

  it('judges a snapshot', async () => {
    const snapshot = join(directory(), 'snapshot');
    const claims = kinds.map((kind: Kind) => claimOf(kind));
    const resources = [build('iam.role'), build('s3.bucket'), build('sagemaker.training-job')];
    await captureInto(
      snapshot,
      [{ name: 'all', resources, universes: claims }],
      planOf({ kinds: [...kinds].sort() }),
    );
    const args = ['test', '--snapshot', snapshot, '--exit-zero', '--json'];
    const end = await leastwise(args, { environment });
    expect(end.stderr).to.not.contain('refused to load');
    expect(end).to.have.property('code', 0);
    expect(JSON.parse(end.stdout)).to.have.nested.property('snapshot.account', planOf().account);
  });

  it('imports files', async () => {
    const role = { Arn: 'arn:aws:iam::111122223333:role/a', RoleName: 'a' };
    const lists = { UserDetailList: [], GroupDetailList: [], RoleDetailList: [role], Policies: [] };
    writeFileSync(join(directory(), 'iam.json'), JSON.stringify(lists));
    const args = ['snapshot', 'import', '--iam', 'iam.json', '--out', 'snapshot', '--quiet'];
    const end = await leastwise(args, { environment, cwd: directory() });
    expect(end).to.deep.equal({ code: 0, stdout: 'snapshot\n', stderr: '' });
  });

  for (const args of [['--help'], ['rules', 'list'], ['test', '--help'], ['snapshot', '--help']]) {
    it(`does \`leastwise ${args.join(' ')}\``, async () => {
      const end = await leastwise(args, { environment });
      expect(end.stderr).to.equal('');
      expect(end).to.have.property('code', 0);
    });
  }

  it('cannot capture: the SDK is what is refused', async () => {
    const args = ['snapshot', '--out', join(directory(), 'new'), '--region', 'eu-west-1'];
    const end = await leastwise(args, { environment });
    expect(end.stderr).to.match(/refused to load @(aws-sdk|smithy)\//);
    expect(end.code).to.not.equal(0);
  });
});
