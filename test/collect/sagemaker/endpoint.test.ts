import { expect } from 'chai';
import { endpointCollector } from '../../../src/collect/sagemaker/endpoint.ts';
import { present } from '../../../src/model/observed.ts';
import { collected, fakeAws, type Answers, type FakeCall } from '../../support/fake-aws.ts';
import {
  created,
  createdAt,
  identityOfOne,
  sagemakerArn,
} from '../../support/sagemaker-listing.ts';

describe('endpointCollector', () => {
  it('reads status and configuration, and the tags of all endpoints in one Search', async () => {
    const kind = 'sagemaker.endpoint';
    const calls: FakeCall[] = [];
    const summaries = ['one', 'two'].map((name) => ({
      EndpointName: name,
      EndpointArn: sagemakerArn(`endpoint/${name}`),
      CreationTime: created,
      LastModifiedTime: created,
      EndpointStatus: 'InService' as const,
    }));
    const answers: Answers = {
      'sagemaker:ListEndpoints': { Endpoints: summaries },
      'sagemaker:DescribeEndpoint': ({ EndpointName: name }) =>
        ({
          EndpointName: name,
          EndpointStatus: 'InService',
          EndpointConfigName: `${name ?? ''}-v1`,
          CreationTime: created,
        }) as never,
      'sagemaker:Search': {
        Results: summaries.map((one) => ({
          Endpoint: {
            ...one,
            EndpointConfigName: 'old',
            Tags: [{ Key: 'n', Value: one.EndpointName }],
          },
        })),
      },
    };
    const { of } = await collected(endpointCollector, fakeAws(answers, calls), calls);
    expect(of(kind)[0]).to.deep.equal({
      ...identityOfOne(kind, 'endpoint'),
      status: present('InService'),
      createdAt,
      config: present('one-v1'),
      tags: present({ n: 'one' }),
    });
    expect(of(kind)[1]?.tags).to.deep.equal(present({ n: 'two' }));
    expect(calls.map(({ operation }) => operation)).to.deep.equal([
      'sagemaker:ListEndpoints',
      'sagemaker:DescribeEndpoint',
      'sagemaker:DescribeEndpoint',
      'sagemaker:Search',
    ]);
  });
});
