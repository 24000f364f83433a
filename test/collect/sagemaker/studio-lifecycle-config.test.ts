import { expect } from 'chai';
import { studioLifecycleConfigCollector } from '../../../src/collect/sagemaker/studio-lifecycle-config.ts';
import { sha256 } from '../../../src/model/canonical.ts';
import { present } from '../../../src/model/observed.ts';
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

describe('studioLifecycleConfigCollector', () => {
  it('keeps the hash of the script and where it holds secrets, never the script', async () => {
    const kind = 'sagemaker.studio-lifecycle-config';
    const summary = {
      StudioLifecycleConfigName: 'one',
      StudioLifecycleConfigArn: sagemakerArn('studio-lifecycle-config/one'),
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
      ...identityOfOne(kind, 'studio-lifecycle-config'),
      createdAt,
      appType: present('JupyterLab'),
      content: present(redacted),
      tags: present({}),
    });
  });
});
