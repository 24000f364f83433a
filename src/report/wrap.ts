/**
 * Prose in lines of at most `width` columns, the first after `lead`, the others indented as far.
 * Longer words stand on a line of their own, unbroken.
 */
export function wrap(lead: string, prose: string, width: number): string[] {
  const indent = ' '.repeat(lead.length);
  const lines: string[] = [];
  let line = lead;
  for (const word of prose.split(' ')) {
    const start = line === lead || line === indent;
    if (!start && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent;
    }
    line += line === lead || line === indent ? word : ` ${word}`;
  }
  return [...lines, line];
}
