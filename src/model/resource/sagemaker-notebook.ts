import type { FieldSpec, RedactedText, Tags } from './field.ts';

export interface NotebookInstance {
  readonly status: string;
  readonly createdAt: string;
  readonly instanceType: string;
  /** `Enabled` or `Disabled`, from the member of that name alone. */
  readonly directInternetAccess: string;
  /** `Enabled` or `Disabled`. */
  readonly rootAccess: string;
  readonly subnet: string;
  readonly securityGroups: readonly string[];
  /** KMS key id, ARN or alias as given. */
  readonly volumeKey: string;
  /** Role ARN. */
  readonly executionRole: string;
  readonly lifecycleConfig: string;
  /** `1` or `2`. */
  readonly minimumMetadataVersion: string;
  /** E.g. `notebook-al2-v3`. */
  readonly platform: string;
  readonly tags: Tags;
}

export const notebookInstanceFields: FieldSpec<NotebookInstance> = {
  status: 'volatile',
  createdAt: 'stable',
  instanceType: 'stable',
  directInternetAccess: 'stable',
  rootAccess: 'stable',
  subnet: 'stable',
  securityGroups: 'stable',
  volumeKey: 'stable',
  executionRole: 'stable',
  lifecycleConfig: 'stable',
  minimumMetadataVersion: 'stable',
  platform: 'stable',
  tags: 'stable',
};

export interface NotebookLifecycleConfig {
  readonly createdAt: string;
  readonly onCreate: readonly RedactedText[];
  readonly onStart: readonly RedactedText[];
  readonly tags: Tags;
}

export const notebookLifecycleConfigFields: FieldSpec<NotebookLifecycleConfig> = {
  createdAt: 'stable',
  onCreate: 'stable',
  onStart: 'stable',
  tags: 'stable',
};

export interface StudioLifecycleConfig {
  readonly createdAt: string;
  readonly appType: string;
  readonly content: RedactedText;
  readonly tags: Tags;
}

export const studioLifecycleConfigFields: FieldSpec<StudioLifecycleConfig> = {
  createdAt: 'stable',
  appType: 'stable',
  content: 'stable',
  tags: 'stable',
};
