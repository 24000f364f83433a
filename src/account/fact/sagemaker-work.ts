import { actionsOf } from '../../facts/action-facts.ts';

/** Every action of SageMaker that makes, changes or invokes something. */
export function sageMakerWork(): readonly string[] {
  return [...actionsOf('sagemaker').values()]
    .map(({ action }) => action)
    .filter((action) => /^sagemaker:(Create|Update|Invoke)/.test(action));
}
