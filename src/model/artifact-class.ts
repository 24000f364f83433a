export const artifactClasses = ['trainingData', 'modelWeights', 'report', 'code', 'image'] as const;

export type ArtifactClass = (typeof artifactClasses)[number];
