/** What AWS's service authorization reference says of one action. */
export interface ActionFacts {
  /** As written there, with its service, e.g. `s3:GetObject`. */
  readonly action: string;
  readonly accessLevel: 'List' | 'Read' | 'Write' | 'Permissions management' | 'Tagging';
  /** Names of resource types of the service; empty: the action knows only the resource `*`. */
  readonly resourceTypes: readonly string[];
  /** Keys that the action supports beside the global ones, those of its resource types included. */
  readonly conditionKeys: readonly string[];
}

/** A type of resource, e.g. `topic` of `sns`. */
export interface ResourceType {
  readonly name: string;
  /** Pattern with `*` where an ARN of the type varies, e.g. `arn:*:sns:*:*:*`. */
  readonly arn: string;
}
