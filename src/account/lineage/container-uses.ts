import { notCollected } from '../../model/observed.ts';
import type { Container } from '../../model/resource/field.ts';
import type { PlaceUse } from './work.ts';
import type { WorkReader } from './work-reader.ts';

/** What containers load: weights and an image, their own or those of a model package. */
export function containerUses(
  reader: WorkReader,
  containers: readonly Container[] | undefined,
): readonly PlaceUse[] {
  return (containers ?? []).flatMap((container) => [
    ...weightsUse(reader, container.modelDataUrl),
    ...reader.image(container.image),
    ...packageUses(reader, container.modelPackage),
  ]);
}

function weightsUse(reader: WorkReader, uri: string | null): readonly PlaceUse[] {
  const settles = uri ?? undefined;
  return reader.place({ class: 'modelWeights', uri, how: 'reads', extent: 'archive', settles });
}

function packageUses(reader: WorkReader, arn: string | null): readonly PlaceUse[] {
  if (arn === null) return [];
  const { account, subject, read, hole } = reader;
  const found = account.find('sagemaker.model-package', arn);
  if (found === undefined) {
    const why = notCollected('the model package is not among those of the snapshot');
    hole({ what: `what ${arn} holds (${subject.id})`, why }, 'modelWeights', 'image', 'code');
    return [];
  }
  const name = `containers (${arn})`;
  const containers = read(name, found.containers, 'modelWeights', 'image', 'code') ?? [];
  // A package's containers never name a package.
  return containerUses(
    reader,
    containers.map((one) => ({ ...one, modelPackage: null })),
  );
}
