import type { Layer } from './policy-set.ts';
import type { Miss, StatementSource } from './decision.ts';

const layerNames: { readonly [L in Layer]: string } = {
  identity: "the caller's identity policies",
  boundary: "the caller's permissions boundary",
  session: 'the session policy',
  scp: 'the service control policies',
  rcp: 'the resource control policies',
  endpoint: 'the VPC endpoint policy',
  resource: 'the resource policy',
};

/** E.g. `the service control policies (level 1)`. */
export function layerText(layer: Layer, level?: number): string {
  const name = layerNames[layer];
  if (level === undefined) return name;
  return `${name} (${level === 0 ? 'root of the organisation' : `level ${String(level)} below the root`})`;
}

/** E.g. `statement "Read" of train`, or `statement 2 of train`, counted from 0 as in the document. */
export function sourceText({ sid, index, policy }: StatementSource): string {
  const name = sid === undefined || sid === '' ? String(index) : `"${sid}"`;
  return `statement ${name} of ${policy}`;
}

/** Why one statement did not match, as half a sentence. */
export function missText(miss: Miss): string {
  const { expected, actual, condition } = miss;
  switch (miss.element) {
    case 'condition':
      return `its condition on ${condition?.key ?? 'a key'} wants ${expected}, and the request has ${actual}`;
    case 'resource':
      return `its Resource is ${expected}, and the request is for ${actual}`;
    case 'action':
      return `its Action is ${expected}, and the request is ${actual}`;
    case 'principal':
      return `its Principal is ${expected}, and the caller is ${actual}`;
    case 'document':
      return `it is not fully understood: ${actual}`;
  }
}
