/**
 * The lines of a text that comes in pieces, ended by line feeds alone, some hundred at a time.
 * `node:readline` also breaks at U+2028, which canonical JSON leaves unescaped.
 */
export async function* readLines(chunks: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let rest: string[] = [];
  for await (const chunk of chunks) {
    const lines = chunk.split('\n');
    const last = lines.pop() ?? '';
    const [first] = lines;
    if (first !== undefined) {
      lines[0] = [...rest, first].join('');
      rest = [];
      yield lines;
    }
    // A long line comes in many pieces; they are joined once.
    rest.push(last);
  }
  const text = rest.join('');
  if (text !== '') yield [text];
}
