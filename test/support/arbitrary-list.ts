import fc from 'fast-check';

export function oneIn<T>(values: readonly T[]): fc.Arbitrary<T> {
  return fc.constantFrom(...values);
}

/** One value, or a list of a few. */
export function list<T>(values: readonly T[]): fc.Arbitrary<T | readonly T[]> {
  return fc.oneof(
    { weight: 3, arbitrary: oneIn(values) },
    fc.array(oneIn(values), { minLength: 1, maxLength: 3 }),
  );
}
