import { notCollected } from '../../model/observed.ts';
import type { Container } from '../../model/resource/field.ts';
import { codeUse } from './data-input.ts';
import type { PlaceUse } from './work.ts';
import { olderSnapshot, type WorkReader } from './work-reader.ts';

/** What containers load: weights, code and an image, their own or those of a model package. */
export function containerUses(
  reader: WorkReader,
  containers: readonly Container[] | undefined,
): readonly PlaceUse[] {
  return (containers ?? []).flatMap((container) => {
    const { modelDataUrl, codeUri, additionalData } = container;
    if (codeUri === undefined || additionalData === undefined) {
      const what = `code and additional weights of ${reader.subject.id}`;
      reader.hole({ what, why: olderSnapshot }, 'code', 'modelWeights');
    }
    return [
      ...[modelDataUrl, ...(additionalData ?? [])].flatMap((uri) => weightsUse(reader, uri)),
      ...codeUse(reader, codeUri),
      ...reader.image(container.image),
      ...packageUses(reader, container.modelPackage),
    ];
  });
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
