import type { ArtifactClass } from '../../model/artifact-class.ts';
import type { Kind, Resource } from '../../model/resource.ts';
import type { Account } from '../account.ts';
import type { Purpose } from './execution.ts';
import { autoMlWork } from './automl-work.ts';
import { endpointWork } from './endpoint-work.ts';
import { featureGroupWork } from './feature-group-work.ts';
import { packageWork } from './model-package-work.ts';
import { modelWork } from './model-work.ts';
import { monitoringWork } from './monitoring-work.ts';
import { pipelineWork } from './pipeline-work.ts';
import { processingWork } from './processing-work.ts';
import { domainWork, notebookWork, profileWork, spaceWork } from './studio-work.ts';
import { trainingWork } from './training-work.ts';
import { transformWork } from './transform-work.ts';
import { tuningWork } from './tuning-work.ts';
import type { Hole, Works } from './work.ts';

const known = new WeakMap<Account, Works>();

/** Everything that SageMaker's objects tell of what is done where and by whom; read once. */
export function worksOf(account: Account): Works {
  const works = known.get(account) ?? readWorks(account);
  known.set(account, works);
  return works;
}

/** What a kind tells of: what is not listed of it may hide these. */
interface Source<K extends Kind> {
  readonly classes: readonly ArtifactClass[];
  readonly purposes: readonly Purpose[];
  readonly work: (account: Account, resource: Resource<K>) => Works;
}

type Sources = { readonly [K in Kind]?: Source<K> };

const made: readonly ArtifactClass[] = ['trainingData', 'modelWeights', 'report', 'code', 'image'];
const loaded: readonly ArtifactClass[] = ['modelWeights', 'code', 'image'];

const sources: Sources = {
  'sagemaker.training-job': { classes: made, purposes: ['training'], work: trainingWork },
  'sagemaker.tuning-job': { classes: made, purposes: ['tuning'], work: tuningWork },
  'sagemaker.automl-job': { classes: made, purposes: ['automl'], work: autoMlWork },
  'sagemaker.processing-job': { classes: made, purposes: ['processing'], work: processingWork },
  'sagemaker.transform-job': { classes: made, purposes: ['transform'], work: transformWork },
  'sagemaker.model': { classes: loaded, purposes: ['endpoint', 'transform'], work: modelWork },
  'sagemaker.endpoint': { classes: made, purposes: ['endpoint'], work: endpointWork },
  'sagemaker.model-package': { classes: made, purposes: [], work: packageWork },
  'sagemaker.notebook-instance': { classes: [], purposes: ['notebook'], work: notebookWork },
  'sagemaker.domain': { classes: [], purposes: ['studio'], work: domainWork },
  'sagemaker.user-profile': { classes: [], purposes: ['studio'], work: profileWork },
  'sagemaker.space': { classes: [], purposes: ['studio'], work: spaceWork },
  'sagemaker.pipeline': { classes: [], purposes: ['pipeline'], work: pipelineWork },
  'sagemaker.monitoring-schedule': {
    classes: ['trainingData', 'report', 'code', 'image'],
    purposes: ['monitoring'],
    work: monitoringWork,
  },
  'sagemaker.feature-group': {
    classes: ['trainingData'],
    purposes: ['featureStore'],
    work: featureGroupWork,
  },
};

function readWorks(account: Account): Works {
  // The cast is sound: the keys of `sources` are kinds.
  const parts = (Object.keys(sources) as Kind[]).map((kind) => worksOfKind(account, kind));
  // Configurations tell nothing by themselves, but the models of endpoints stand in them.
  const scope = { classes: made, purposes: ['endpoint'] } as const;
  const configs = gapHoles(account, 'sagemaker.endpoint-config', scope);
  return {
    list: parts.flatMap(({ list }) => list),
    holes: [...parts.flatMap(({ holes }) => holes), ...configs],
  };
}

function worksOfKind<K extends Kind>(account: Account, kind: K): Works {
  const source = sources[kind];
  if (source === undefined) return { list: [], holes: [] };
  const parts = account.all(kind).map((one) => source.work(account, one));
  return {
    list: parts.flatMap(({ list }) => list),
    holes: [...gapHoles(account, kind, source), ...parts.flatMap(({ holes }) => holes)],
  };
}

function gapHoles(
  account: Account,
  kind: Kind,
  { classes, purposes }: Pick<Hole, 'classes' | 'purposes'>,
): readonly Hole[] {
  return account.gaps(kind).map((missing) => ({ missing, classes, purposes }));
}
