import type { Account } from '../../account.ts';
import { settledWorks, type SettledWork } from '../../lineage/settled-works.ts';
import { nameIn } from '../name-of.ts';
import type { Path, Target } from '../path.ts';
import { rolesOf } from '../studio.ts';
import { codeOf, missingCode, writeNeed } from './write-code.ts';

const update = 'sagemaker:UpdatePipeline';

/** A new definition runs by the role that the pipeline has: no role is passed (UpdatePipeline). */
export const rewritePipeline: Path = {
  code: 'ESC-14',
  gates: [{ action: update, on: 'pipeline/*' }],
  targets: (account) => {
    const { list, missing } = rolesOf(account, 'sagemaker.pipeline');
    return {
      list: [...list].map(([id, to]) => ({
        to,
        through: id,
        words: `rewrites the pipeline ${nameIn(id)}, which runs by`,
        needs: [{ action: update, on: id }],
      })),
      missing,
    };
  },
};

const config = { action: 'sagemaker:CreateEndpointConfig', on: 'endpoint-config/*' };

/**
 * A model that nothing serves is replaced where it lies and then put to work by its role: by an
 * endpoint that exists or a new one, or by a transform job, which all name a model and pass no role.
 */
export const serveReplacedModel: Path = {
  code: 'ESC-14',
  gates: [],
  targets: (account) => {
    const works = settledWorks(account);
    const served = new Set(works.map(({ serves }) => serves));
    return {
      list: works
        .filter(({ subject }) => subject.kind === 'sagemaker.model' && !served.has(subject.id))
        .flatMap((work) => targetsOf(account, work)),
      missing: missingCode(account),
    };
  },
};

function targetsOf(account: Account, { role, subject, uses }: SettledWork): readonly Target[] {
  if (role === undefined) return [];
  const named = configsOf(account, subject.name);
  return codeOf(uses).map((use) => ({
    to: role,
    through: subject.id,
    words: `replaces ${use.uri} of the model ${subject.name} and has it served by`,
    needs: [writeNeed(use)],
    anyOf: [
      [{ action: 'sagemaker:CreateTransformJob', on: 'transform-job/*' }],
      ...['sagemaker:UpdateEndpoint', 'sagemaker:CreateEndpoint'].flatMap((action) => [
        ...named.map((one) => [
          { action, on: 'endpoint/*' },
          { action, on: one },
        ]),
        [config, { action, on: 'endpoint/*' }, { action, on: 'endpoint-config/*' }],
      ]),
    ],
  }));
}

/** Configurations that name the model. */
function configsOf(account: Account, model: string): readonly string[] {
  return account
    .all('sagemaker.endpoint-config')
    .filter(
      ({ variants }) =>
        variants.state === 'present' && variants.value.some((one) => one.model === model),
    )
    .map(({ id }) => id);
}
