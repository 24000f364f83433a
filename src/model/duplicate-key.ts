/**
 * The place (JSON pointer) of the first name that an object has twice, in a text that is valid
 * JSON. `JSON.parse` keeps the last of the two and says nothing, so half a policy could be lost.
 */
export function duplicateKey(text: string): string | undefined {
  const open: Frame[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const frame = open.at(-1);
    switch (text[at]) {
      case '{':
        open.push({ names: new Set(), step: '', expectsName: true });
        break;
      case '[':
        open.push({ names: undefined, step: 0, expectsName: false });
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        if (frame !== undefined) advance(frame);
        break;
      case '"': {
        const end = endOfString(text, at);
        if (frame?.names && frame.expectsName) {
          frame.step = JSON.parse(text.slice(at, end)) as string;
          frame.expectsName = false;
          if (frame.names.has(frame.step)) return pointer(open);
          frame.names.add(frame.step);
        }
        at = end - 1;
        break;
      }
      default:
    }
  }
  return undefined;
}

interface Frame {
  /** `undefined` in a list. */
  readonly names: Set<string> | undefined;
  step: string | number;
  expectsName: boolean;
}

function advance(frame: Frame): void {
  if (typeof frame.step === 'number') frame.step += 1;
  else frame.expectsName = true;
}

/** One past the closing quote of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function pointer(open: readonly Frame[]): string {
  return open
    .map(({ step }) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
