import { passing } from './pass-role.ts';

/** The image and the script of a training job are the caller's (SageMaker API, CreateTrainingJob). */
export const trainingJob = passing({
  code: 'ESC-02',
  words: 'starts a training job with',
  needs: [{ action: 'sagemaker:CreateTrainingJob', on: 'training-job/*' }],
});
