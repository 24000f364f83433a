import type { Condition, ListElement, PrincipalElement, Statement } from '../../model/policy.ts';
import { globCovers } from '../glob.ts';
import { arnParts } from './arn-parts.ts';

/** Whether `wide` surely matches whatever `narrow` matches, whichever their effects. */
export function coversStatement(wide: Statement, narrow: Statement): boolean {
  return (
    coversConditions(wide.conditions, narrow.conditions) &&
    coversPrincipal(wide.principal, narrow.principal) &&
    coversList(lowered(wide.action), lowered(narrow.action), globCovers) &&
    coversResource(wide.resource, narrow.resource)
  );
}

/** Conditions all have to hold: whoever asks for the same or less lets more through. */
function coversConditions(wide: readonly Condition[], narrow: readonly Condition[]): boolean {
  const known = new Set(narrow.map(textOf));
  return wide.every((one) => known.has(textOf(one)));
}

function textOf({ operator, key, values }: Condition): string {
  return JSON.stringify([operator, key.toLowerCase(), values.toSorted()]);
}

function coversResource(wide: ListElement | undefined, narrow: ListElement | undefined): boolean {
  if (wide === undefined || narrow === undefined) return wide === narrow;
  return coversList(wide, narrow, coversArn);
}

/** `*` goes beyond a colon in some of AWS's readings and not in others, so part by part. */
function coversArn(wide: string, narrow: string): boolean {
  if (/^\*+$/.test(wide)) return true;
  const parts = arnParts(narrow);
  return arnParts(wide).every((part, index) => globCovers(part, parts[index] ?? ''));
}

function lowered({ not, values }: ListElement): ListElement {
  return { not, values: values.map((value) => value.toLowerCase()) };
}

function coversList(
  wide: ListElement,
  narrow: ListElement,
  covers: (wide: string, narrow: string) => boolean,
): boolean {
  if (wide.not || narrow.not) return wide.not === narrow.not && sameValues(wide, narrow);
  return narrow.values.every((value) => wide.values.some((one) => coversValue(one, value, covers)));
}

function coversValue(
  wide: string,
  narrow: string,
  covers: (wide: string, narrow: string) => boolean,
): boolean {
  if (wide === narrow) return true;
  if (wide.includes('${')) return false;
  // A variable may stand for any text.
  return covers(wide, narrow.replaceAll(/\$\{[^{}]*\}/g, '*'));
}

function sameValues(one: ListElement, other: ListElement): boolean {
  return JSON.stringify(one.values.toSorted()) === JSON.stringify(other.values.toSorted());
}

function coversPrincipal(
  wide: PrincipalElement | undefined,
  narrow: PrincipalElement | undefined,
): boolean {
  if (wide?.everyone === true && !wide.not && narrow !== undefined && !narrow.not) return true;
  return JSON.stringify(wide) === JSON.stringify(narrow);
}
