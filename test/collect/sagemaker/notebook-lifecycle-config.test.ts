import { expect } from 'chai';
import { notebookLifecycleConfigCollector } from '../../../src/collect/sagemaker/notebook-lifecycle-config.ts';
import { sha256 } from '../../../src/model/canonical.ts';
import { absent, present } from '../../../src/model/observed.ts';
import { collectFrom } from '../../support/fake-aws.ts';
import {
  created,
  createdAt,
  identityOfOne,
  noTags,
  sagemakerArn,
} from '../../support/sagemaker-listing.ts';

const script = 'export DB_PASSWORD=hunter2hunter2\necho done\n';
const redacted = {
  sha256: sha256(script),
  bytes: script.length,
  secrets: [{ at: 'line 1', detector: 'named-secret' }],
};
const Content = Buffer.from(script).toString('base64');

describe('notebookLifecycleConfigCollector', () => {
  const kind = 'sagemaker.notebook-lifecycle-config';
  const type = 'notebook-instance-lifecycle-config';
  const summary = {
    NotebookInstanceLifecycleConfigName: 'one',
    NotebookInstanceLifecycleConfigArn: sagemakerArn(`${type}/one`),
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
      ...identityOfOne(kind, type),
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
