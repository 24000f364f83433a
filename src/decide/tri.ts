/**
 * What is known of a yes-or-no question: `0` no, `1` may be, `2` yes. AND is the smaller of two, OR
 * the greater, NOT is `2 - it`.
 */
export type Tri = 0 | 1 | 2;

export const no = 0;
export const maybe = 1;
export const yes = 2;

export function not(tri: Tri): Tri {
  return tri === yes ? no : tri === no ? yes : maybe;
}

/** AND */
export function lesser(a: Tri, b: Tri): Tri {
  return a < b ? a : b;
}

/** OR */
export function greater(a: Tri, b: Tri): Tri {
  return a > b ? a : b;
}
