import { actionFacts, actionsOf } from '../../facts/action-facts.ts';
import type { Condition, Statement } from '../../model/policy.ts';
import { globMatches } from '../../policy/glob.ts';
import { isDeprecatedKey } from '../../policy/lint/deprecated-keys.ts';
import { holdsWithoutKey, supportsKey } from '../../policy/lint/unsupported-keys.ts';
import { parseOperator } from '../../policy/operator.ts';
import { touchesAction } from './action-match.ts';

/** A condition that does not do what it seems to. */
export interface ConditionFault {
  readonly fault: 'deprecated' | 'unsupported' | 'for-all-values' | 'if-exists';
  readonly condition: Condition;
  /** For `unsupported`: the actions whose requests never carry the key. */
  readonly actions: readonly string[];
}

/** Keys that guard the network, the encryption, the approval and the role of what is started. */
const guards: ReadonlySet<string> = new Set([
  ...['sagemaker:vpcsubnets', 'sagemaker:vpcsecuritygroupids', 'sagemaker:networkisolation'],
  ...['sagemaker:intercontainertrafficencryption', 'sagemaker:appnetworkaccesstype'],
  ...['sagemaker:volumekmskeyarn', 'sagemaker:outputkmskeyarn', 'sagemaker:rootaccess'],
  ...['sagemaker:domainsharingoutputkmskeyarn', 'sagemaker:directinternetaccess'],
  ...['sagemaker:featuregrouponlinestorekmskeyarn', 'sagemaker:featuregroupofflinestorekmskeyarn'],
  ...['sagemaker:minimuminstancemetadataserviceversion', 'sagemaker:modelapprovalstatus'],
  ...['sagemaker:enableremotedebug', 'sagemaker:remoteaccess', 'sagemaker:authmode'],
  ...['iam:passedtoservice'],
]);

/** Of a statement about SageMaker or about passing roles; none of others. One of a sort for a key. */
export function conditionFaults(statement: Statement): readonly ConditionFault[] {
  const faults = faultsOf(statement);
  const firsts = new Map(
    faults.toReversed().map((one) => [`${one.fault} ${one.condition.key.toLowerCase()}`, one]),
  );
  return faults.filter((one) => [...firsts.values()].includes(one));
}

function faultsOf(statement: Statement): readonly ConditionFault[] {
  const { action, conditions } = statement;
  const isAbout = touchesAction(action, 'sagemaker:*') || touchesAction(action, 'iam:PassRole');
  if (conditions.length === 0 || !isAbout) return [];
  return conditions.flatMap((condition): readonly ConditionFault[] => {
    if (isDeprecatedKey(condition.key)) {
      return [{ fault: 'deprecated', condition, actions: [] }];
    }
    const actions = withoutKey(statement, condition.key);
    if (actions.length > 0) return [{ fault: 'unsupported', condition, actions }];
    const fault = looseness(statement, condition);
    return fault === undefined ? [] : [{ fault, condition, actions: [] }];
  });
}

/** Values of `Action`, as written, none of whose actions supports the key. */
function withoutKey({ action }: Statement, key: string): readonly string[] {
  if (action.not) return [];
  return [...new Set(action.values)].filter((value) => {
    const meant = actionsMeant(value);
    return meant.length > 0 && !meant.some((one) => supportsKey(one, key));
  });
}

/** Wildcards are looked at for SageMaker alone. */
function actionsMeant(value: string): readonly string[] {
  const name = value.toLowerCase();
  if (!/[*?]/.test(name)) return actionFacts(name) === undefined ? [] : [value];
  if (!name.startsWith('sagemaker:')) return [];
  return [...actionsOf('sagemaker').keys()].filter((one) => globMatches(name, one));
}

/** How an Allow holds for a request that leaves the guard out, unless another condition demands it. */
function looseness(
  { effect, conditions }: Statement,
  { operator, key }: Condition,
): 'for-all-values' | 'if-exists' | undefined {
  const read = parseOperator(operator);
  const name = key.toLowerCase();
  if (effect !== 'Allow' || read === undefined || !guards.has(name)) return undefined;
  const ofKey = conditions.filter((one) => one.key.toLowerCase() === name);
  if (!ofKey.every(holdsWithoutKey)) return undefined;
  if (read.set === 'all') return 'for-all-values';
  return read.ifExists ? 'if-exists' : undefined;
}
