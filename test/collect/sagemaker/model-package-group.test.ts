import { expect } from 'chai';
import { modelPackageGroupCollector } from '../../../src/collect/sagemaker/model-package-group.ts';
import { sha256 } from '../../../src/model/canonical.ts';
import { absent, present } from '../../../src/model/observed.ts';
import { awsError, collectFrom, type Answers } from '../../support/fake-aws.ts';
import {
  created,
  createdAt,
  noSearch,
  sagemakerArn,
  where,
} from '../../support/sagemaker-listing.ts';

describe('modelPackageGroupCollector', () => {
  const kind = 'sagemaker.model-package-group';
  const read = async (policy: Answers['sagemaker:GetModelPackageGroupPolicy'] & object) => {
    const { one } = await collectFrom(modelPackageGroupCollector, {
      ...noSearch,
      'sagemaker:ListModelPackageGroups': {
        ModelPackageGroupSummaryList: [
          {
            ModelPackageGroupName: 'fraud',
            ModelPackageGroupArn: sagemakerArn('model-package-group/fraud'),
            ModelPackageGroupStatus: 'Completed',
            CreationTime: created,
          },
        ],
      },
      'sagemaker:GetModelPackageGroupPolicy': policy,
    });
    return one(kind);
  };

  it('reads a group and its policy', async () => {
    const text = '{"Version": "2012-10-17", "Statement": []}';
    expect(await read({ ResourcePolicy: text })).to.deep.equal({
      kind,
      id: sagemakerArn('model-package-group/fraud'),
      name: 'fraud',
      ...where,
      status: present('Completed'),
      createdAt,
      policy: present({ document: JSON.parse(text) as unknown, sha256: sha256(text) }),
      tags: present({}),
    });
  });

  const call = 'sagemaker:GetModelPackageGroupPolicy';
  const arn = sagemakerArn('model-package-group/fraud');
  const invalid = (message: string) => awsError('ValidationException', message);

  it('tells "no policy" from "no group" and from everything else', async () => {
    const none = await read(invalid(`Cannot find resource policy for: ${arn}`));
    expect(none.policy).to.deep.equal(absent);
    const gone = await read(invalid(`Cannot find Model Package Group: ${arn}`));
    expect(gone.policy).to.deep.equal({ state: 'gone', call, code: 'ValidationException' });
    const wrong = await read(invalid('1 validation error detected'));
    expect(wrong.policy.state).to.equal('error');
    const denied = await read(awsError('AccessDeniedException', 'Cannot find out'));
    expect(denied.policy.state).to.equal('denied');
  });

  it('takes neither a missing nor an unreadable policy text for "no policy"', async () => {
    expect((await read({ ResourcePolicy: undefined })).policy).to.include({
      state: 'error',
      code: 'IncompleteReply',
    });
    expect((await read({ ResourcePolicy: '{"Version": ' })).policy).to.include({
      state: 'error',
      code: 'UnparsablePolicy',
    });
  });
});
