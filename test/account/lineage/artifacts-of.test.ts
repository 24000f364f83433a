import { expect } from 'chai';
import { artifactsOf } from '../../../src/account/lineage/artifacts-of.ts';
import { artifactsOfClass } from '../../../src/account/lineage/artifacts-of-class.ts';
import type { Inputs } from '../../../src/model/inputs.ts';
import { absent, notCollected, present } from '../../../src/model/observed.ts';
import { kinds, type Resource } from '../../../src/model/resource.ts';
import { completeUniverse } from '../../support/build.ts';
import { accountWith, byRole, container, named, roleArn } from '../../support/lineage.ts';

const image = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/train:1';
const denied = { state: 'denied', call: 'c', code: 'AccessDenied' } as const;

const input = (uri: string, name = 'train') => present([{ name, uri }]);
const training = (fields: object = {}) =>
  named('sagemaker.training-job', 'job', {
    ...byRole('Train'),
    image: present(image),
    inputs: input('s3://data/set'),
    outputUri: present('s3://models/out'),
    modelArtifact: present('s3://models/out/job/output/model.tar.gz'),
    ...fields,
  });
const processing = (inputUri: string, outputUri: string, name = 'in') =>
  named('sagemaker.processing-job', 'process', {
    ...byRole('Process'),
    inputs: input(inputUri, name),
    outputs: input(outputUri),
  });
const packaged = named('sagemaker.model-package', 'g/1', {
  containers: present([container({ modelDataUrl: 's3://registry/model.tar.gz' })]),
  metrics: present(['s3://eval/run-1/report.json']),
});

/** `<class> <place> <how> [declared]` of every artifact. */
function places(resources: readonly Resource[], inputs: Partial<Inputs> = {}): readonly string[] {
  return artifactsOf(accountWith(resources, inputs)).list.map((one) => {
    const how = [...new Set(one.uses.map((use) => use.how))].sort();
    const place = one.resource.replace(/^arn:aws:(s3:::)?/, '');
    return [one.class, place, ...how, ...(one.declared ? ['declared'] : [])].join(' ');
  });
}

describe('artifactsOf', () => {
  it('reads data, image, code and weights of a training job, with the role', () => {
    const job = training({ codeUri: present('s3://code/job/sourcedir.tar.gz') });
    const { list, missing } = artifactsOf(accountWith([job]));
    const use = { resource: job.id, kind: job.kind, role: roleArn('Train') };
    expect(missing).to.deep.equal([]);
    expect(list).to.deep.equal([
      {
        class: 'trainingData',
        resource: 'arn:aws:s3:::data/set*',
        uri: 's3://data/set',
        uses: [{ ...use, how: 'reads' }],
        declared: false,
      },
      {
        class: 'modelWeights',
        resource: 'arn:aws:s3:::models/out*',
        uri: 's3://models/out',
        uses: [{ ...use, how: 'writes' }],
        declared: false,
      },
      {
        class: 'code',
        resource: 'arn:aws:s3:::code/job/sourcedir.tar.gz',
        uri: 's3://code/job/sourcedir.tar.gz',
        uses: [{ ...use, how: 'runs' }],
        declared: false,
      },
      {
        class: 'image',
        resource: 'arn:aws:ecr:eu-west-1:111122223333:repository/train',
        uri: image,
        uses: [{ ...use, how: 'runs' }],
        declared: false,
      },
    ]);
  });

  it('is made once for an account', () => {
    const account = accountWith([training()]);
    expect(artifactsOf(account)).to.equal(artifactsOf(account));
  });

  it('does not take a whole bucket for weights because training writes into it', () => {
    const job = training({ outputUri: present('s3://ml/'), image: absent, modelArtifact: absent });
    expect(places([job])).to.deep.equal([
      'trainingData data/set* reads',
      'modelWeights ml/*/output/* writes',
    ]);
  });

  it('takes channels by the names that the SageMaker SDK gives them', () => {
    const inputs = present([
      { name: 'model', uri: 's3://start/m.tar.gz' },
      { name: 'code', uri: 's3://scripts/a' },
      { name: 'train', uri: 's3://scripts/b/run.py' },
    ]);
    const job = training({ inputs, image: absent, outputUri: absent, modelArtifact: absent });
    expect(places([job])).to.deep.equal([
      'modelWeights start/m.tar.gz reads',
      'code scripts/a* runs',
      'code scripts/b/run.py runs',
    ]);
  });

  it('takes what a job reads for weights where a training job or a package has them', () => {
    const weights = ['s3://models/out/job/output/model.tar.gz', 's3://registry/model.tar.gz'];
    for (const uri of [...weights, 's3://models/out/']) {
      const jobs = [training(), packaged, processing(uri, 's3://data/made')];
      expect(places(jobs).filter((one) => one.startsWith('trainingData'))).to.deep.equal([
        'trainingData data/made* writes',
        'trainingData data/set* reads',
      ]);
    }
  });

  it('takes what a job writes for a report where a package has its metrics', () => {
    expect(places([packaged, processing('s3://data/x', 's3://eval/run-1/')])).to.deep.equal([
      'trainingData data/x* reads',
      'modelWeights registry/model.tar.gz reads',
      'report eval/run-1/* reads writes',
    ]);
    expect(places([packaged, processing('s3://data/x', 's3://eval/run-2')])).to.include(
      'trainingData eval/run-2* writes',
    );
  });

  it('takes data for what the user declares the place to be', () => {
    const inputs = { artifacts: { report: ['s3://reports/*'], image: ['base'] } };
    expect(places([processing('s3://data/x', 's3://reports/a')], inputs)).to.deep.equal([
      'trainingData data/x* reads',
      'report reports/* writes declared',
      'image ecr:*:111122223333:repository/base declared',
    ]);
  });

  it('takes what a model is asked and answers for data only where training reads it, too', () => {
    const transform = (inputUri: string) =>
      named('sagemaker.transform-job', 'score', {
        model: present('m'),
        inputUri: present(inputUri),
        outputUri: present('s3://answers/'),
      });
    const model = named('sagemaker.model', 'm', byRole('Serve'));
    expect(places([model, transform('s3://asked/')])).to.deep.equal([]);
    const job = training({ image: absent, outputUri: absent, modelArtifact: absent });
    const { list } = artifactsOf(accountWith([model, job, transform('s3://data/set/a')]));
    expect(
      list.map(({ resource, uses }) => [resource, uses.map(({ role }) => role)]),
    ).to.deep.equal([['arn:aws:s3:::data/set*', [roleArn('Train'), roleArn('Serve')]]]);
  });

  it('names lists that are not complete, for the classes that they may hide', () => {
    const broken = 'sagemaker.feature-group';
    const universes = kinds.filter((kind) => kind !== broken).map((kind) => completeUniverse(kind));
    const account = accountWith([], {}, universes);
    const gap = { what: `all ${broken} in eu-west-1`, why: notCollected('never listed') };
    expect(artifactsOf(account)).to.deep.equal({ list: [], missing: [gap] });
    expect(artifactsOfClass(account, 'trainingData').missing).to.deep.equal([gap]);
    expect(artifactsOfClass(account, 'modelWeights').missing).to.deep.equal([]);
  });

  it('names all that was not read of a job in one line', () => {
    const job = training({ inputs: denied, outputUri: denied, executionRole: denied });
    const account = accountWith([job]);
    const what = `outputUri, inputs, executionRole of ${job.id}`;
    expect(artifactsOf(account).missing).to.deep.equal([{ what, why: denied }]);
    expect(artifactsOfClass(account, 'image').missing).to.deep.equal([]);
  });

  it('names images of other registries, and URIs that it cannot place', () => {
    const job = training({ image: present('python:3'), inputs: input('s3://x-s3alias/a') });
    expect(artifactsOf(accountWith([job])).missing.map(({ what }) => what)).to.deep.equal([
      `the place of s3://x-s3alias/a (${job.id})`,
      `the place of python:3 (${job.id})`,
    ]);
  });

  it('names a manifest, which alone knows where its data lies', () => {
    const inputs = present([{ name: 'train', uri: 's3://lists/today', manifest: true as const }]);
    const job = training({ inputs });
    const account = accountWith([job]);
    expect(places([job])).to.include('trainingData lists/today reads');
    expect(artifactsOf(account).missing.map(({ what }) => what)).to.deep.equal([
      `what s3://lists/today lists (${job.id})`,
    ]);
  });

  it('names what older snapshots did not read', () => {
    const { codeUri, additionalData, ...older } = container({ modelDataUrl: 's3://m/a.tar.gz' });
    expect([codeUri, additionalData]).to.deep.equal([null, []]);
    const model = named('sagemaker.model', 'm', { containers: present([older]) });
    expect(artifactsOf(accountWith([model])).missing.map(({ what }) => what)).to.deep.equal([
      `code and additional weights of ${model.id}`,
    ]);
  });
});
