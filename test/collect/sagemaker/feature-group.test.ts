import { expect } from 'chai';
import { featureGroupCollector } from '../../../src/collect/sagemaker/feature-group.ts';
import { absent, present } from '../../../src/model/observed.ts';
import { collectFrom } from '../../support/fake-aws.ts';
import {
  created,
  createdAt,
  noSearch,
  sagemakerArn,
  where,
} from '../../support/sagemaker-listing.ts';

describe('featureGroupCollector', () => {
  const kind = 'sagemaker.feature-group';
  const summary = {
    FeatureGroupName: 'clicks',
    FeatureGroupArn: sagemakerArn('feature-group/clicks'),
    CreationTime: created,
  };
  const read = async (more: object) => {
    const { one } = await collectFrom(featureGroupCollector, {
      ...noSearch,
      'sagemaker:ListFeatureGroups': { FeatureGroupSummaries: [summary] },
      'sagemaker:DescribeFeatureGroup': {
        ...summary,
        FeatureGroupStatus: 'Created',
        ...more,
      } as never,
    });
    return one(kind);
  };

  it('reads both stores', async () => {
    const resource = await read({
      RoleArn: 'arn:aws:iam::111122223333:role/Features',
      OnlineStoreConfig: { EnableOnlineStore: true, SecurityConfig: { KmsKeyId: 'alias/online' } },
      OfflineStoreConfig: { S3StorageConfig: { S3Uri: 's3://features/', KmsKeyId: 'alias/ml' } },
    });
    expect(resource).to.deep.equal({
      kind,
      id: sagemakerArn('feature-group/clicks'),
      name: 'clicks',
      ...where,
      status: present('Created'),
      createdAt,
      executionRole: present('arn:aws:iam::111122223333:role/Features'),
      online: present({ storageType: 'Standard', key: 'alias/online' }),
      offline: present({ uri: 's3://features/', key: 'alias/ml' }),
      tags: present({}),
    });
  });

  it('knows a group with neither store, and does not guess where an offline store is', async () => {
    const none = await read({ OnlineStoreConfig: { EnableOnlineStore: false } });
    expect(none).to.deep.include({ online: absent, offline: absent });
    const cut = await read({ OfflineStoreConfig: {} });
    expect(cut.offline).to.include({ state: 'error', code: 'IncompleteReply' });
  });
});
