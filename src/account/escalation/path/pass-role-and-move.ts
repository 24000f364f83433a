import type { Need } from '../need.ts';
import type { Path } from '../path.ts';
import { passing } from './pass-role.ts';

/**
 * Operations that run AWS's own code, but read and write by the role in S3 wherever the caller says:
 * a way to data and weights, and to nothing else that the role can.
 */
export const passRoleAndMove: readonly Path[] = [
  moving('starts an AutoML job with', ['CreateAutoMLJob', 'automl-job/*']),
  moving('starts an AutoML job with', ['CreateAutoMLJobV2', 'automl-job/*']),
  moving('compiles a model with', ['CreateCompilationJob', 'compilation-job/*']),
  moving('optimizes a model with', ['CreateOptimizationJob', 'optimization-job/*']),
  moving('has data labelled with', ['CreateLabelingJob', 'labeling-job/*']),
  moving(
    'makes an MLflow server with',
    ['CreateMlflowTrackingServer', 'mlflow-tracking-server/*'],
    ['CreatePresignedMlflowTrackingServerUrl', 'mlflow-tracking-server/*'],
  ),
  moving(
    'makes an MLflow app with',
    ['CreateMlflowApp', 'mlflow-app/*'],
    ['CreatePresignedMlflowAppUrl', 'mlflow-app/*'],
  ),
];

function moving(words: string, ...operations: readonly [Operation, ...Operation[]]): Path {
  const [first, ...rest] = operations;
  return passing({
    code: 'ESC-11',
    words,
    needs: [needOf(first), ...rest.map(needOf)],
    movesOnly: true,
  });
}

type Operation = readonly [name: string, on: string];

function needOf([name, on]: Operation): Need {
  return { action: `sagemaker:${name}`, on };
}
