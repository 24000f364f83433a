import type { ListElement } from '../../model/policy.ts';

/** Elements of `Action` that hold for every action of a service, or of all: `s3:*`, `*`, `*:?*`. */
export function serviceWildcards({ not, values }: ListElement): readonly string[] {
  return not ? [] : values.filter((value) => /^(\*+|[^:]*:\??\*+)$/.test(value));
}
