import type { Account } from '../account/account.ts';
import { parseArn } from '../model/arn.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { notCollected } from '../model/observed.ts';
import type { Kind } from '../model/resource.ts';
import { globMatches } from '../policy/glob.ts';
import type { NamedPlace, SageMakerPlace } from './named-place.ts';
import type { Places } from './place.ts';

const kindOf = {
  endpoint: 'sagemaker.endpoint',
  'feature-group': 'sagemaker.feature-group',
  model: 'sagemaker.model',
  'model-package': 'sagemaker.model-package',
  'model-package-group': 'sagemaker.model-package-group',
  'notebook-instance': 'sagemaker.notebook-instance',
  pipeline: 'sagemaker.pipeline',
} as const satisfies { readonly [T in SageMakerPlace]: Kind };

/** SageMaker's objects of one type whose ARN the pattern fits. */
export function sageMakerPlaces(
  account: Account,
  { type, arn }: Extract<NamedPlace, { is: 'sagemaker' }>,
): Places {
  const kind = kindOf[type];
  const all = account.all(kind).map(({ id }) => id);
  const list = all
    .filter((id) => globMatches(arn, id))
    .map((resource) => ({ type, resource }) as const);
  const isPattern = /[*?]/.test(arn);
  const gaps = list.length > 0 && !isPattern ? [] : account.gaps(kind, regionIn(arn));
  if (list.length > 0 || gaps.length > 0) return { list, missing: gaps };
  const near = didYouMean(arn, all);
  const why = notCollected(`the account has no such ${type}`);
  const mend = near === undefined ? {} : { mend: `did you mean "${near}"?` };
  return { list, missing: [{ what: arn, why, ...mend }] };
}

/** Undefined: everywhere. */
function regionIn(arn: string): string | undefined {
  const region = parseArn(arn)?.region;
  return region === undefined || /[*?]/.test(region) ? undefined : region;
}
