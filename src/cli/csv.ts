import { printable } from '../model/printable.ts';

/**
 * A record of CSV as RFC 4180 has it. Control characters are escaped, and a cell that a spreadsheet
 * would take for a formula begins with an apostrophe: names come from the account.
 */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

function cellText(cell: string): string {
  const shown = printable(cell, 10_000);
  const safe = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(shown) ? `'${shown}` : shown;
  return /[",]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
