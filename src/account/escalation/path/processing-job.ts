import { passing } from './pass-role.ts';

/** The image and its entry point are the caller's (SageMaker API, AppSpecification). */
export const processingJob = passing({
  code: 'ESC-03',
  words: 'starts a processing job with',
  needs: [{ action: 'sagemaker:CreateProcessingJob', on: 'processing-job/*' }],
});
