import type { DataLocation } from '../../model/resource/field.ts';
import { notCollected } from '../../model/observed.ts';
import type { PlaceUse } from './work.ts';
import type { WorkReader } from './work-reader.ts';

// Snapshots of older versions do not say what is a manifest.
const listsData = /\.manifest$/i;
const isScript = /(\.(py|sh|r|jar|whl|ipynb)|sourcedir\.tar\.gz)$/i;

/**
 * Inputs of a job: code where the channel is named `code` or the URI is that of a script, weights in
 * a channel named `model` (the names by which the SageMaker SDK passes both), data otherwise. A
 * manifest is one object; which places it lists stands in it alone.
 */
export function inputUses(
  reader: WorkReader,
  inputs: readonly DataLocation[] | undefined,
): readonly PlaceUse[] {
  return (inputs ?? []).flatMap(({ name, uri, manifest }) => {
    if (manifest === true || listsData.test(uri)) {
      reader.hole({ what: `what ${uri} lists (${reader.subject.id})`, why: inObject }, 'data');
      return reader.place({ class: 'data', uri, how: 'reads', extent: 'object' });
    }
    if (name === 'code' || isScript.test(uri)) return codeUse(reader, uri);
    if (name !== 'model') return reader.place({ class: 'data', uri, how: 'reads' });
    return reader.place({ class: 'modelWeights', uri, how: 'reads', extent: 'archive' });
  });
}

/** Code that is run: one script or archive, or a folder of them. */
export function codeUse(reader: WorkReader, uri: string | null | undefined): readonly PlaceUse[] {
  return reader.place({ class: 'code', uri, how: 'runs', extent: 'archive' });
}

const inObject = notCollected('leastwise reads no objects');
