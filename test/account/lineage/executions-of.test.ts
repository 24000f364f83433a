import { expect } from 'chai';
import type { Execution } from '../../../src/account/lineage/execution.ts';
import { executionsOf } from '../../../src/account/lineage/executions-of.ts';
import { executionsFor, whatRoleDoes } from '../../../src/account/lineage/what-role-does.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { kinds, type Resource } from '../../../src/model/resource.ts';
import { completeUniverse } from '../../support/build.ts';
import { accountWith, byRole, container, named, roleArn } from '../../support/lineage.ts';

const denied = { state: 'denied', call: 'c', code: 'AccessDenied' } as const;
const image = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/serve:1';
const repository = 'arn:aws:ecr:eu-west-1:111122223333:repository/serve';

const model = named('sagemaker.model', 'fraud', {
  ...byRole('Serve'),
  containers: present([
    container({ image, modelDataUrl: 's3://models/m.tar.gz', codeUri: 's3://code/s.tar.gz' }),
  ]),
});
const variant = (name: string | null) => ({
  name: 'main',
  model: name,
  instanceType: null,
  instanceCount: null,
  serverless: true,
});
const config = (...models: readonly (string | null)[]) =>
  named('sagemaker.endpoint-config', 'config', {
    variants: present(models.map(variant)),
    dataCapture: present({ enabled: true, uri: 's3://captured', key: null }),
  });
const endpoint = named('sagemaker.endpoint', 'live', { config: present('config') });

/** Purpose, role, name and whether it is live. */
function work(resources: readonly Resource[]): readonly string[] {
  return executionsOf(accountWith(resources)).list.map(
    ({ purpose, role, name, live }) =>
      `${purpose} ${role.split('/').at(-1) ?? ''} ${name}${live ? ' live' : ''}`,
  );
}

function missing(resources: readonly Resource[]): readonly string[] {
  return executionsOf(accountWith(resources)).missing.map(({ what }) => what);
}

describe('executionsOf', () => {
  it('follows an endpoint over its configuration to the model, its artifacts and its role', () => {
    const execution: Execution = {
      role: roleArn('Serve'),
      purpose: 'endpoint',
      resource: endpoint.id,
      kind: endpoint.kind,
      name: 'live',
      live: true,
      reads: ['arn:aws:s3:::models/m.tar.gz', 'arn:aws:s3:::code/s.tar.gz'],
      writes: ['arn:aws:s3:::captured/*'],
      runs: ['arn:aws:s3:::models/m.tar.gz', 'arn:aws:s3:::code/s.tar.gz', repository],
    };
    expect(executionsOf(accountWith([model, config('fraud'), endpoint]))).to.deep.equal({
      list: [execution],
      missing: [],
    });
  });

  it('gives a model that no endpoint serves by its own ARN', () => {
    const [one] = executionsOf(accountWith([model, config('fraud')])).list;
    expect(one).to.deep.include({ resource: model.id, live: false, writes: [] });
  });

  it('gives an endpoint once for each of its models', () => {
    const other = named('sagemaker.model', 'other', byRole('Other'));
    expect(work([model, other, config('fraud', 'other', 'fraud'), endpoint])).to.deep.equal([
      'endpoint Serve live live',
      'endpoint Other live live',
    ]);
  });

  it('reads what the model package of a model holds', () => {
    const arn = 'arn:aws:sagemaker:eu-west-1:111122223333:model-package/g/1';
    const held = { containers: present([container({ modelDataUrl: 's3://registry/m.tar.gz' })]) };
    const names = named('sagemaker.model', 'm', {
      ...byRole('Serve'),
      containers: present([container({ modelPackage: arn })]),
    });
    const one = executionsOf(accountWith([names, named('sagemaker.model-package', 'g/1', held)]));
    expect(one.list[0]?.reads).to.deep.equal(['arn:aws:s3:::registry/m.tar.gz']);
    expect(missing([names])).to.deep.equal([`what ${arn} holds (${names.id})`]);
  });

  it('names the link of an endpoint that is not in the snapshot', () => {
    expect(missing([endpoint])).to.deep.equal([`configuration config of ${endpoint.id}`]);
    expect(missing([endpoint, config('fraud')])).to.deep.equal([`model fraud of ${endpoint.id}`]);
    expect(missing([endpoint, config(null)])).to.deep.equal([
      `the inference components of ${endpoint.id}`,
    ]);
    const unread = named('sagemaker.endpoint', 'live', { config: denied });
    expect(missing([unread])).to.deep.equal([`config of ${unread.id}`]);
  });

  it('runs a batch transform by the role of its model', () => {
    const job = named('sagemaker.transform-job', 'score', {
      status: present('InProgress'),
      model: present('fraud'),
      inputUri: present('s3://asked/'),
      outputUri: present('s3://answers/'),
    });
    const [one] = executionsFor(accountWith([model, job]), 'transform').list;
    expect(one).to.deep.include({
      role: roleArn('Serve'),
      live: true,
      reads: ['arn:aws:s3:::asked/*', 'arn:aws:s3:::models/m.tar.gz', 'arn:aws:s3:::code/s.tar.gz'],
      writes: ['arn:aws:s3:::answers/*'],
    });
    expect(missing([job])).to.deep.equal([`model fraud of ${job.id}`]);
  });

  it('knows that jobs end, and takes one whose status was not read for running', () => {
    const job = (name: string, status: Resource<'sagemaker.training-job'>['status']) =>
      named('sagemaker.training-job', name, { ...byRole('Train'), status });
    const jobs = [job('a', present('Completed')), job('b', present('Stopping')), job('c', denied)];
    expect(work(jobs)).to.deep.equal([
      'training Train a',
      'training Train b live',
      'training Train c live',
    ]);
  });

  it('gives every definition of a tuning job with its own role', () => {
    const definition = (role: string) => ({
      name: role,
      executionRole: roleArn(role),
      image: null,
      vpc: null,
      networkIsolation: null,
      trafficEncryption: null,
      instances: [],
      volumeKey: null,
      outputKey: null,
      outputUri: 's3://models',
      checkpointUri: 's3://check/',
      codeUri: null,
      inputs: [{ name: 'train', uri: 's3://data/' }],
      staticHyperparameters: { keys: [], secrets: [] },
    });
    const job = named('sagemaker.tuning-job', 'search', {
      definitions: present([definition('A'), definition('B')]),
    });
    expect(executionsOf(accountWith([job])).list.map(({ role }) => role)).to.deep.equal([
      roleArn('A'),
      roleArn('B'),
    ]);
    expect(executionsOf(accountWith([job])).list[0]).to.deep.include({
      reads: ['arn:aws:s3:::data/*'],
      writes: ['arn:aws:s3:::models/*/output/*', 'arn:aws:s3:::check/*'],
    });
  });

  it('knows the scripts, reports and captured requests of a monitoring schedule', () => {
    const schedule = named('sagemaker.monitoring-schedule', 'watch', {
      ...byRole('Watch'),
      status: present('Stopped'),
      endpoint: present('live'),
      inputs: present([
        { name: 'code', uri: 's3://code/pre.py' },
        { name: 'constraints', uri: 's3://base/c.json' },
      ]),
      outputs: present([{ name: '1', uri: 's3://reports' }]),
    });
    const account = accountWith([schedule, endpoint, config('fraud'), model]);
    expect(executionsFor(account, 'monitoring').list).to.deep.equal([
      {
        role: roleArn('Watch'),
        purpose: 'monitoring',
        resource: schedule.id,
        kind: schedule.kind,
        name: 'watch',
        live: false,
        reads: ['arn:aws:s3:::captured/*', 'arn:aws:s3:::code/pre.py', 'arn:aws:s3:::base/c.json'],
        writes: ['arn:aws:s3:::reports/*'],
        runs: ['arn:aws:s3:::code/pre.py'],
      },
    ]);
  });

  it('has what runs by itself, and roles of people', () => {
    const live = [
      named('sagemaker.notebook-instance', 'n', byRole('Note')),
      named('sagemaker.pipeline', 'p', byRole('Pipe')),
      named('sagemaker.feature-group', 'f', byRole('Store')),
      named('sagemaker.automl-job', 'a', { ...byRole('Auto'), status: present('Completed') }),
      named('sagemaker.processing-job', 'c', { ...byRole('Proc'), status: present('Failed') }),
    ];
    expect(work(live)).to.deep.equal([
      'automl Auto a',
      'processing Proc c',
      'notebook Note n live',
      'pipeline Pipe p live',
      'featureStore Store f live',
    ]);
  });
});

describe('the role of Studio', () => {
  const domain = (fields: object = {}) =>
    named('sagemaker.domain', 'd-1', { ...byRole('Default'), ...fields });
  const profile = (name: string, fields: object = {}) =>
    named('sagemaker.user-profile', name, { domain: present('d-1'), ...fields });
  const space = (fields: object) =>
    named('sagemaker.space', 'room', { domain: present('d-1'), ...fields });
  const shared = { sharing: present('Shared') };

  it("is a profile's own, or its domain's", () => {
    const people = [domain(), profile('ana', byRole('Ana')), profile('bo')];
    expect(work(people)).to.deep.equal([
      'studio Default d-1 live',
      'studio Ana ana live',
      'studio Default bo live',
    ]);
  });

  it("is that of the owner's profile in a private space", () => {
    const own = space({ sharing: present('Private'), owner: present('ana') });
    expect(work([domain(), profile('ana', byRole('Ana')), own])).to.include('studio Ana room live');
    expect(work([domain(), profile('ana'), own])).to.include('studio Default room live');
    expect(missing([domain(), own])).to.deep.equal([`user profile ana of ${own.id}`]);
  });

  it("is that of the domain's spaces in a shared one", () => {
    const ofSpaces = { spaceExecutionRole: present(roleArn('Spaces')) };
    expect(work([domain(ofSpaces), space(shared)])).to.deep.equal([
      'studio Default d-1 live',
      'studio Spaces d-1 live',
      'studio Spaces room live',
    ]);
    expect(work([domain(), space({})])).to.deep.equal(['studio Default d-1 live']);
  });

  it('is missing when it was not read, or the domain is not in the snapshot', () => {
    const room = space(shared);
    const older = { spaceExecutionRole: notCollected('older') };
    expect(missing([domain(older), room])).to.deep.equal([
      `spaceExecutionRole of ${domain().id}`,
      `spaceExecutionRole (${domain().id}) of ${room.id}`,
    ]);
    expect(missing([room])).to.deep.equal([`domain d-1 of ${room.id}`]);
    const ana = profile('ana', { executionRole: denied });
    expect(missing([domain(), ana])).to.deep.equal([`executionRole of ${ana.id}`]);
  });
});

describe('whatRoleDoes', () => {
  it('gives everything that is done by the role, and what may hide more', () => {
    const job = named('sagemaker.training-job', 'job', byRole('Both'));
    const book = named('sagemaker.notebook-instance', 'book', byRole('Both'));
    const other = named('sagemaker.pipeline', 'p', { executionRole: denied });
    const account = accountWith([job, book, other]);
    const { list, missing: holes } = whatRoleDoes(account, roleArn('Both'));
    expect(list.map(({ resource }) => resource)).to.deep.equal([job.id, book.id]);
    expect(holes).to.deep.equal([{ what: `executionRole of ${other.id}`, why: denied }]);
    expect(whatRoleDoes(account, roleArn('None')).list).to.deep.equal([]);
  });
});

describe('executionsFor', () => {
  it('names only the gaps of its purposes', () => {
    const broken = 'sagemaker.notebook-instance';
    const universes = kinds.filter((kind) => kind !== broken).map((kind) => completeUniverse(kind));
    const account = accountWith([], {}, universes);
    expect(executionsFor(account, 'training', 'pipeline').missing).to.deep.equal([]);
    expect(executionsFor(account, 'notebook').missing).to.deep.equal([
      { what: `all ${broken} in eu-west-1`, why: notCollected('never listed') },
    ]);
    expect(executionsFor(account, 'notebook').list).to.deep.equal([]);
  });
});
