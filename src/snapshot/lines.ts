const lineFeed = 10;

/** The lines of a file in UTF-8, one by one: a file of any size never becomes one string. */
export function* linesOf(bytes: Uint8Array): Generator<string, void, undefined> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = 0;
  while (start < buffer.length) {
    const found = buffer.indexOf(lineFeed, start);
    const end = found < 0 ? buffer.length : found;
    yield buffer.toString('utf8', start, end);
    start = end + 1;
  }
}

/** Whether the last line has its end; if not, something was cut off. */
export function endsWhole(bytes: Uint8Array): boolean {
  return bytes.length === 0 || bytes.at(-1) === lineFeed;
}

/** The bytes of a file that holds these lines. */
export function joinLines(lines: readonly string[]): Buffer {
  return Buffer.from(lines.map((line) => `${line}\n`).join(''));
}
