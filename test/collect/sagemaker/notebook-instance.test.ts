import { expect } from 'chai';
import { notebookInstanceCollector } from '../../../src/collect/sagemaker/notebook-instance.ts';
import { absent, present } from '../../../src/model/observed.ts';
import { collectFrom } from '../../support/fake-aws.ts';
import {
  created,
  createdAt,
  identityOfOne,
  noTags,
  sagemakerArn,
} from '../../support/sagemaker-listing.ts';

describe('notebookInstanceCollector', () => {
  const kind = 'sagemaker.notebook-instance';
  const summary = {
    NotebookInstanceName: 'one',
    NotebookInstanceArn: sagemakerArn('notebook-instance/one'),
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
      ...identityOfOne(kind, 'notebook-instance'),
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
