import type { Instances } from '../../model/resource/field.ts';
import { required } from '../reply/observe.ts';

interface GivenInstances {
  readonly InstanceType?: string | undefined;
  readonly InstanceCount?: number | undefined;
}

/** The ways in which the jobs' resource configurations name machines. */
interface GivenResources extends GivenInstances {
  readonly InstanceGroups?: readonly GivenInstances[] | undefined;
  readonly InstanceConfigs?: readonly GivenInstances[] | undefined;
  readonly InstancePreferences?: readonly GivenInstances[] | undefined;
  readonly SelectedInstanceType?: string | undefined;
  readonly SelectedInstanceCount?: number | undefined;
}

/**
 * The machines of a job: its groups, or the type chosen from its preferences, or (not chosen yet)
 * all its preferences, or its one type. Throws `IncompleteReply` when none of them is told whole.
 */
export function jobInstances(given: GivenResources): readonly Instances[] {
  const InstanceCount = given.SelectedInstanceCount ?? given.InstanceCount;
  const InstanceType = given.SelectedInstanceType;
  if (InstanceType !== undefined) return [instances({ InstanceType, InstanceCount })];
  const several = [given.InstanceGroups, given.InstanceConfigs, given.InstancePreferences];
  const first = several.find((list) => list !== undefined && list.length > 0);
  return (first ?? [given]).map((one) =>
    instances({ ...one, InstanceCount: one.InstanceCount ?? InstanceCount }),
  );
}

function instances(given: GivenInstances): Instances {
  return {
    type: required(given.InstanceType, 'InstanceType'),
    count: required(given.InstanceCount, 'InstanceCount'),
  };
}
