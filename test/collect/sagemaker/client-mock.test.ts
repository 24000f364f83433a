import {
  DescribeModelCommand,
  ListModelsCommand,
  ListTagsCommand,
  SageMakerClient,
  SearchCommand,
} from '@aws-sdk/client-sagemaker';
import { mockClient } from 'aws-sdk-client-mock';
import { expect } from 'chai';
import { modelCollector } from '../../../src/collect/sagemaker/model.ts';
import type { Transport } from '../../../src/collect/call/transport.ts';
import { present } from '../../../src/model/observed.ts';
import { accountId, region } from '../../support/build.ts';
import { collectAll } from '../../support/collect-all.ts';
import { awsError } from '../../support/fake-aws.ts';
import { awsOver } from '../../support/sandbox-aws.ts';
import { created, createdAt, sagemakerArn } from '../../support/sagemaker-listing.ts';

/** The mock answers before anything is sent. */
const noTransport: Transport = {
  handle: () => Promise.reject(new Error('a request was sent')),
};

describe('modelCollector over a mocked SageMakerClient', () => {
  // A mock changes the client class, so it is made when these tests run and not before.
  let mock: ReturnType<typeof mockClient>;
  before(() => {
    mock = mockClient(SageMakerClient);
  });
  afterEach(() => mock.reset());
  after(() => mock.restore());

  it('sends the commands of the SDK and reads what they return', async () => {
    const [first, second] = ['first', 'second'].map((name) => ({
      ModelName: name,
      ModelArn: sagemakerArn(`model/${name}`),
      CreationTime: created,
    }));
    mock
      .on(ListModelsCommand, { MaxResults: 100 })
      .resolves({ Models: first && [first], NextToken: 'a' })
      .on(ListModelsCommand, { MaxResults: 100, NextToken: 'a' })
      .resolves({ Models: second && [second] })
      .on(SearchCommand)
      .rejects(awsError('AccessDeniedException'))
      .on(DescribeModelCommand, { ModelName: 'first' })
      .resolves({ ...first, PrimaryContainer: { Image: 'img:1' }, EnableNetworkIsolation: true })
      .on(DescribeModelCommand, { ModelName: 'second' })
      .rejects(awsError('ValidationException', 'Could not find model "second".'))
      .on(ListTagsCommand, { ResourceArn: sagemakerArn('model/first') })
      .resolves({ Tags: [{ Key: 'team', Value: 'fraud' }] });
    const { resources, universes } = await collectAll(
      modelCollector,
      awsOver(noTransport, modelCollector),
    );
    const identity = { kind: 'sagemaker.model', account: accountId, region };
    expect(resources[0]).to.deep.include({
      ...identity,
      id: sagemakerArn('model/first'),
      createdAt,
      networkIsolation: present(true),
      tags: present({ team: 'fraud' }),
    });
    const gone = { state: 'gone', call: 'sagemaker:DescribeModel', code: 'ValidationException' };
    expect(resources[1]).to.deep.include({ ...identity, name: 'second', networkIsolation: gone });
    expect(universes).to.deep.equal([{ kind: 'sagemaker.model', region, end: 'complete' }]);
    expect(mock.commandCalls(ListModelsCommand)).to.have.length(2);
  });
});
