/** A measured value, with what it may be at the most. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit?: string;
  readonly atMost?: number;
}

/**
 * The figures as a table with one column for each run, and whether every bound holds. Bounds are
 * those of the first column.
 */
export function figureTable(columns: Readonly<Record<string, readonly Figure[]>>): {
  readonly text: string;
  readonly holds: boolean;
} {
  const [bounded = [], ...others] = Object.values(columns);
  const rows = bounded.map((figure) => [
    figure.name,
    valueText(figure),
    ...others.map((column) => valueText(column.find((one) => one.name === figure.name))),
    boundText(figure),
  ]);
  return {
    text: aligned([['', ...Object.keys(columns), 'bound'], ...rows]),
    holds: bounded.every(isWithin),
  };
}

/** Prints the table under a title; a broken bound becomes the process's exit code. */
export function showFigures(
  title: string,
  columns: Readonly<Record<string, readonly Figure[]>>,
): void {
  const { text, holds } = figureTable(columns);
  console.log(`${title}\n${text}\n`);
  if (!holds) process.exitCode = 1;
}

function isWithin({ value, atMost }: Figure): boolean {
  // A value that could not be computed is within nothing.
  return atMost === undefined || value <= atMost;
}

function boundText(figure: Figure): string {
  const { atMost } = figure;
  if (atMost === undefined) return '';
  return `${isWithin(figure) ? 'holds' : 'BROKEN'}: at most ${valueText({ ...figure, value: atMost })}`;
}

function valueText(figure: Figure | undefined): string {
  if (figure === undefined) return '';
  const digits = Number.isInteger(figure.value) || figure.value >= 100 ? 0 : 2;
  return `${figure.value.toFixed(digits)}${figure.unit === undefined ? '' : ` ${figure.unit}`}`;
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  const last = widths.length - 1;
  const cellText = (cell: string, at: number): string => {
    const width = widths[at] ?? 0;
    return at === 0 || at === last ? cell.padEnd(width) : cell.padStart(width);
  };
  return rows.map((row) => `  ${row.map(cellText).join('   ')}`.trimEnd()).join('\n');
}
