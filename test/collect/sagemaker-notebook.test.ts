import { expect } from 'chai';
import { notebookInstanceCollector } from '../../src/collect/sagemaker-notebook-instance.ts';
import { notebookLifecycleConfigCollector } from '../../src/collect/sagemaker-notebook-lifecycle-config.ts';
import { studioLifecycleConfigCollector } from '../../src/collect/sagemaker-studio-lifecycle-config.ts';
import { sha256 } from '../../src/model/canonical.ts';
import { absent, present } from '../../src/model/observed.ts';
import { collectFrom, type Answers } from '../support/fake-aws.ts';

const created = new Date('2026-10-01T12:00:00Z');
const createdAt = present('2026-10-01T12:00:00.000Z');
const arnOf = (type: string) => `arn:aws:sagemaker:eu-west-1:111122223333:${type}/one`;
const identity = (kind: string, type: string) => ({
  kind,
  id: arnOf(type),
  name: 'one',
  account: '111122223333',
  region: 'eu-west-1',
});
const noTags: Answers = { 'sagemaker:ListTags': { Tags: [] } };
const script = 'export DB_PASSWORD=hunter2hunter2\necho done\n';
const redacted = {
  sha256: sha256(script),
  bytes: script.length,
  secrets: [{ at: 'line 1', detector: 'named-secret' }],
};
const Content = Buffer.from(script).toString('base64');

describe('notebookInstanceCollector', () => {
  const kind = 'sagemaker.notebook-instance';
  const summary = {
    NotebookInstanceName: 'one',
    NotebookInstanceArn: arnOf('notebook-instance'),
  };
  const least = {
    ...summary,
    NotebookInstanceStatus: 'InService',
    CreationTime: created,
    InstanceType: 'ml.t3.medium',
    RoleArn: 'arn:aws:iam::111122223333:role/Notebook',
    Url: 'one.notebook.eu-west-1.sagemaker.aws',
  };
  const read = async (more: object) => {
    const { one } = await collectFrom(notebookInstanceCollector, {
      ...noTags,
      'sagemaker:ListNotebookInstances': { NotebookInstances: [summary] },
      'sagemaker:DescribeNotebookInstance': { ...least, ...more } as never,
    });
    return one(kind);
  };

  it('reads internet access and root access each from its own member', async () => {
    expect(
      await read({
        DirectInternetAccess: 'Disabled',
        RootAccess: 'Enabled',
        SubnetId: 'subnet-a',
        SecurityGroups: ['sg-2', 'sg-1'],
        KmsKeyId: 'alias/ml',
        NotebookInstanceLifecycleConfigName: 'start',
        InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: '2' },
        PlatformIdentifier: 'notebook-al2-v3',
      }),
    ).to.deep.equal({
      ...identity(kind, 'notebook-instance'),
      status: present('InService'),
      createdAt,
      instanceType: present('ml.t3.medium'),
      directInternetAccess: present('Disabled'),
      rootAccess: present('Enabled'),
      subnet: present('subnet-a'),
      securityGroups: present(['sg-1', 'sg-2']),
      volumeKey: present('alias/ml'),
      executionRole: present('arn:aws:iam::111122223333:role/Notebook'),
      lifecycleConfig: present('start'),
      minimumMetadataVersion: present('2'),
      platform: present('notebook-al2-v3'),
      tags: present({}),
    });
  });

  it('concludes nothing from a missing switch', async () => {
    const { directInternetAccess, rootAccess, volumeKey } = await read({ RootAccess: 'Disabled' });
    expect(directInternetAccess).to.include({ state: 'error', code: 'IncompleteReply' });
    expect(rootAccess).to.deep.equal(present('Disabled'));
    expect(volumeKey).to.deep.equal(absent);
  });
});

describe('notebookLifecycleConfigCollector', () => {
  const kind = 'sagemaker.notebook-lifecycle-config';
  const type = 'notebook-instance-lifecycle-config';
  const summary = {
    NotebookInstanceLifecycleConfigName: 'one',
    NotebookInstanceLifecycleConfigArn: arnOf(type),
  };
  const read = async (more: object) => {
    const { one } = await collectFrom(notebookLifecycleConfigCollector, {
      ...noTags,
      'sagemaker:ListNotebookInstanceLifecycleConfigs': {
        NotebookInstanceLifecycleConfigs: [summary],
      },
      'sagemaker:DescribeNotebookInstanceLifecycleConfig': {
        ...summary,
        CreationTime: created,
        ...more,
      },
    });
    return one(kind);
  };

  it('keeps the hash of a script and where it holds secrets, never the script', async () => {
    const resource = await read({ OnStart: [{ Content }] });
    expect(resource).to.deep.equal({
      ...identity(kind, type),
      createdAt,
      onCreate: absent,
      onStart: present([redacted]),
      tags: present({}),
    });
    expect(JSON.stringify(resource)).to.not.include('hunter2').and.not.include(Content);
  });

  it('does not take a hook without content for a clean script', async () => {
    const { onCreate } = await read({ OnCreate: [{}] });
    expect(onCreate).to.include({ state: 'error', code: 'IncompleteReply' });
  });
});

describe('studioLifecycleConfigCollector', () => {
  it('keeps the hash of the script and where it holds secrets, never the script', async () => {
    const kind = 'sagemaker.studio-lifecycle-config';
    const summary = {
      StudioLifecycleConfigName: 'one',
      StudioLifecycleConfigArn: arnOf('studio-lifecycle-config'),
    };
    const { one } = await collectFrom(studioLifecycleConfigCollector, {
      ...noTags,
      'sagemaker:ListStudioLifecycleConfigs': { StudioLifecycleConfigs: [summary] },
      'sagemaker:DescribeStudioLifecycleConfig': {
        ...summary,
        CreationTime: created,
        StudioLifecycleConfigAppType: 'JupyterLab',
        StudioLifecycleConfigContent: Content,
      },
    });
    expect(one(kind)).to.deep.equal({
      ...identity(kind, 'studio-lifecycle-config'),
      createdAt,
      appType: present('JupyterLab'),
      content: present(redacted),
      tags: present({}),
    });
  });
});
