import { expect } from 'chai';
import { ecrRepositoryCollector } from '../../../src/collect/ecr/repository.ts';
import { sha256 } from '../../../src/model/canonical.ts';
import { absent, present } from '../../../src/model/observed.ts';
import {
  awsError,
  collectFrom,
  collected,
  fakeAws,
  type Answers,
  type FakeCall,
} from '../../support/fake-aws.ts';

const arn = 'arn:aws:ecr:eu-west-1:111122223333:repository/fraud/train';
const repository = {
  repositoryArn: arn,
  repositoryName: 'fraud/train',
  repositoryUri: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/fraud/train',
  createdAt: new Date('2026-01-02T03:04:05Z'),
  imageTagMutability: 'IMMUTABLE',
  imageScanningConfiguration: { scanOnPush: true },
  encryptionConfiguration: { encryptionType: 'KMS', kmsKey: 'arn:aws:kms:x:y:key/z' },
} as const;
const answers: Answers = {
  'ecr:DescribeRepositories': { repositories: [repository] },
  'ecr:GetRepositoryPolicy': { policyText: '{"Statement":[]}' },
  'ecr:ListTagsForResource': { tags: [{ Key: 'team', Value: 'ml' }] },
};

const collect = (changed: Answers = {}) =>
  collectFrom(ecrRepositoryCollector, { ...answers, ...changed });

describe('ecrRepositoryCollector', () => {
  it('reads a repository with its policy and tags', async () => {
    const { one, universes } = await collect();
    expect(one('ecr.repository')).to.deep.equal({
      kind: 'ecr.repository',
      id: arn,
      name: 'fraud/train',
      account: '111122223333',
      region: 'eu-west-1',
      createdAt: present('2026-01-02T03:04:05.000Z'),
      uri: present(repository.repositoryUri),
      policy: present({ document: { Statement: [] }, sha256: sha256('{"Statement":[]}') }),
      imageTagMutability: present('IMMUTABLE'),
      encryption: present({ type: 'KMS', key: 'arn:aws:kms:x:y:key/z' }),
      scanOnPush: present(true),
      tags: present({ team: 'ml' }),
    });
    const complete = { kind: 'ecr.repository', region: 'eu-west-1', end: 'complete' };
    expect(universes).to.deep.equal([complete]);
  });

  it('asks for whole pages, by names and ARNs', async () => {
    const calls: FakeCall[] = [];
    await collected(ecrRepositoryCollector, fakeAws(answers, calls), calls);
    expect(calls.map(({ operation, input }) => [operation, input])).to.deep.equal([
      ['ecr:DescribeRepositories', { maxResults: 1000 }],
      ['ecr:GetRepositoryPolicy', { repositoryName: 'fraud/train' }],
      ['ecr:ListTagsForResource', { resourceArn: arn }],
    ]);
  });

  it('goes on to the last page', async () => {
    const { of, universes } = await collect({
      'ecr:DescribeRepositories': ({ nextToken }) =>
        nextToken === undefined
          ? { repositories: [], nextToken: 'more' }
          : { repositories: [repository] },
    });
    expect(of('ecr.repository')).to.have.length(1);
    expect(universes[0]).to.include({ end: 'complete' });
  });

  it('tells no policy from no repository and from no permission', async () => {
    const policy = async (code: string) => {
      const { one } = await collect({ 'ecr:GetRepositoryPolicy': awsError(code) });
      return one('ecr.repository').policy;
    };
    const call = 'ecr:GetRepositoryPolicy';
    expect(await policy('RepositoryPolicyNotFoundException')).to.deep.equal(absent);
    const gone = 'RepositoryNotFoundException';
    expect(await policy(gone)).to.deep.equal({ state: 'gone', call, code: gone });
    const denied = 'AccessDeniedException';
    expect(await policy(denied)).to.deep.equal({ state: 'denied', call, code: denied });
  });

  it('takes nothing that is missing in a reply for a default', async () => {
    const { repositoryArn, repositoryName } = repository;
    const { one } = await collect({
      'ecr:DescribeRepositories': { repositories: [{ repositoryArn, repositoryName }] },
      'ecr:GetRepositoryPolicy': {},
      'ecr:ListTagsForResource': {},
    });
    const { createdAt, uri, policy, imageTagMutability, encryption, scanOnPush, tags } =
      one('ecr.repository');
    for (const field of [createdAt, uri, policy, imageTagMutability, encryption, scanOnPush, tags])
      expect(field).to.include({ state: 'error', code: 'IncompleteReply' });
  });

  it('breaks the list on a page without it and on a repository without name', async () => {
    for (const page of [{}, { repositories: [{ repositoryArn: arn }] }]) {
      const { universes } = await collect({ 'ecr:DescribeRepositories': page });
      expect(universes).to.have.nested.property('[0].end', 'error');
    }
  });
});
