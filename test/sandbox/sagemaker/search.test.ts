import {
  SageMakerClient,
  SearchCommand,
  type ResourceType,
  type SearchExpression,
} from '@aws-sdk/client-sagemaker';
import { expect } from 'chai';
import { failureOf, sandboxAccount, sandboxObject, serve } from '../../support/world.ts';

const objects = {
  TrainingJob: [0, 1, 2].map((day) =>
    sandboxObject('TrainingJob', `job-${day}`, {
      tags: { team: 'ml' },
      detail: {
        CreationTime: 1_750_000_000 + day * 86_400,
        RoleArn: 'arn:role',
        RemoteDebugConfig: { EnableRemoteDebug: true },
      },
    }),
  ),
  Pipeline: [
    sandboxObject('Pipeline', 'nightly', {
      detail: { PipelineDefinition: '{}', RoleArn: 'arn:role' },
    }),
  ],
  Model: [sandboxObject('Model', 'fraud', { detail: { EnableNetworkIsolation: true } })],
};

async function search(
  Resource: ResourceType,
  SearchExpression?: SearchExpression,
  MaxResults = 100,
) {
  const sagemaker = new SageMakerClient(serve([sandboxAccount({ objects })]).client);
  return sagemaker.send(new SearchCommand({ Resource, SearchExpression, MaxResults }));
}

const createdAt = (
  Operator: 'GreaterThan' | 'GreaterThanOrEqualTo' | 'LessThan',
  Value: string,
) => ({
  Filters: [{ Name: 'CreationTime', Operator, Value }],
});
const secondDay = '2025-06-16T15:06:40';

describe('Search', () => {
  it('gives whole records with tags, but not what its index does not carry', async () => {
    const { Results, TotalHits } = await search('TrainingJob');
    expect(Results?.[0]).to.deep.equal({
      TrainingJob: {
        TrainingJobName: 'job-0',
        TrainingJobArn: objects.TrainingJob[0]?.arn,
        CreationTime: new Date(1_750_000_000_000),
        RoleArn: 'arn:role',
        Tags: [{ Key: 'team', Value: 'ml' }],
      },
    });
    expect(TotalHits).to.deep.equal({ Value: 3, Relation: 'EqualTo' });
    const pipeline = (await search('Pipeline')).Results?.[0]?.Pipeline;
    expect(pipeline).to.include({ PipelineName: 'nightly', RoleArn: 'arn:role' });
    expect(pipeline).not.to.have.property('PipelineDefinition');
  });

  it('wraps models as the model dashboard does', async () => {
    const { Results } = await search('Model');
    expect(Results?.[0]?.Model?.Model).to.deep.include({
      ModelName: 'fraud',
      EnableNetworkIsolation: true,
    });
  });

  it('filters by creation time', async () => {
    const names = async (expression: SearchExpression) =>
      (await search('TrainingJob', expression)).Results?.map(
        (result) => result.TrainingJob?.TrainingJobName,
      );
    expect(await names(createdAt('GreaterThan', secondDay))).to.deep.equal(['job-2']);
    expect(await names(createdAt('GreaterThanOrEqualTo', secondDay))).to.deep.equal([
      'job-1',
      'job-2',
    ]);
    expect(await names(createdAt('LessThan', `${secondDay}Z`))).to.deep.equal(['job-0']);
    const byName = { Filters: [{ Name: 'TrainingJobName', Value: 'job-1' }] };
    expect(await names(byName)).to.deep.equal(['job-1']);
  });

  it('gives pages', async () => {
    const page = await search('TrainingJob', undefined, 2);
    expect(page.Results).to.have.length(2);
    expect(page.NextToken).to.be.a('string');
  });

  it('refuses what it cannot search for', async () => {
    expect((await failureOf(search('Image'))).code).to.equal('ValidationException');
    const contains = { Filters: [{ Name: 'TrainingJobName', Operator: 'Contains', Value: 'x' }] };
    const call = search('TrainingJob', contains as SearchExpression);
    expect((await failureOf(call)).message).to.equal('The sandbox does not serve Contains');
    const nested = search('TrainingJob', { SubExpressions: [], Filters: [] });
    expect((await failureOf(nested)).code).to.equal('ValidationException');
  });
});
