import { expect } from 'chai';
import { pipelineCollector } from '../../../src/collect/sagemaker/pipeline.ts';
import { sha256 } from '../../../src/model/canonical.ts';
import { absent, present } from '../../../src/model/observed.ts';
import { collectFrom } from '../../support/fake-aws.ts';
import { created, createdAt, sagemakerArn, where } from '../../support/sagemaker-listing.ts';

describe('pipelineCollector', () => {
  it('keeps the hash of the definition, never the definition', async () => {
    const kind = 'sagemaker.pipeline';
    const summary = { PipelineArn: sagemakerArn('pipeline/train'), PipelineName: 'train' };
    const definition = '{"Parameters": [{"Name": "password", "DefaultValue": "hunter2"}]}';
    const { one } = await collectFrom(pipelineCollector, {
      'sagemaker:ListPipelines': { PipelineSummaries: [summary] },
      'sagemaker:DescribePipeline': {
        ...summary,
        PipelineStatus: 'Active',
        PipelineDefinition: definition,
        RoleArn: 'arn:aws:iam::111122223333:role/Pipeline',
        CreationTime: created,
        CreatedBy: {},
      },
      'sagemaker:Search': {
        Results: [{ Pipeline: { ...summary, Tags: [{ Key: 'team', Value: 'fraud' }] } }],
      },
    });
    expect(one(kind)).to.deep.equal({
      kind,
      id: sagemakerArn('pipeline/train'),
      name: 'train',
      ...where,
      status: present('Active'),
      createdAt,
      executionRole: present('arn:aws:iam::111122223333:role/Pipeline'),
      definitionSha256: present(sha256(definition)),
      createdBy: absent,
      lastModifiedBy: absent,
      tags: present({ team: 'fraud' }),
    });
  });
});
