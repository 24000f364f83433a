import type { Account } from '../account/account.ts';
import { productionOf } from '../account/lineage/production.ts';
import type { Findings } from './execution-role-grants.ts';
import type { ReachQuestion } from '../account/reach/reach-answer.ts';

/** What puts a model into production, or changes the one that is there. */
export function deployQuestions(account: Account): readonly ReachQuestion[] {
  const { endpoints, configs } = productionOf(account);
  return [
    ...ask(['sagemaker:CreateEndpoint', 'sagemaker:UpdateEndpoint'], endpoints),
    ...ask(['sagemaker:CreateEndpointConfig'], configs),
  ];
}

/** What starts jobs that make models, or their data. */
export function trainQuestions(account: Account): readonly ReachQuestion[] {
  const start = `arn:${account.partition}:sagemaker:*:${account.id}:`;
  return [
    { action: 'sagemaker:CreateTrainingJob', resource: `${start}training-job/*` },
    {
      action: 'sagemaker:CreateHyperParameterTuningJob',
      resource: `${start}hyper-parameter-tuning-job/*`,
    },
    { action: 'sagemaker:CreateProcessingJob', resource: `${start}processing-job/*` },
  ];
}

/** Every action on every resource. */
export function ask(
  actions: readonly string[],
  resources: readonly string[],
): readonly ReachQuestion[] {
  return resources.flatMap((resource) => actions.map((action) => ({ action, resource })));
}

/**
 * Findings about production, as far as it is known which endpoints are: a tag that was not read may
 * make others count, or these not.
 */
export function inProduction(account: Account, { evidence, missing }: Findings): Findings {
  const { tagged, missing: gaps } = productionOf(account);
  const nothing = evidence.length === 0 && missing.length === 0;
  if (gaps.length === 0 || (!tagged && nothing)) return { evidence, missing };
  return { evidence: tagged ? evidence : [], missing: [...missing, ...gaps] };
}
