import { createReadStream } from 'node:fs';

/**
 * The lines of a file, ended by line feeds alone, some hundred at a time. `node:readline` also
 * breaks at U+2028, which canonical JSON leaves unescaped.
 */
export async function* readLines(path: string): AsyncGenerator<readonly string[]> {
  let rest = '';
  const chunks: AsyncIterable<string> = createReadStream(path, { encoding: 'utf8' });
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
  if (rest !== '') yield [rest];
}
