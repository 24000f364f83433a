/** What may come next. */
type Expected = 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'comma or end';

type Token =
  | { readonly kind: '{' | '}' | '[' | ']' | ':' | ',' | 'text' | 'literal'; readonly end: number }
  | { readonly kind: 'fault'; readonly at: number };

/**
 * Where a text stops being JSON; undefined if all of it is. Node.js's own messages name the place
 * only of some faults.
 */
export function jsonFault(text: string): number | undefined {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = afterBlanks(text, 0);
  while (at < text.length) {
    const token = tokenAt(text, at);
    if (token.kind === 'fault') return token.at;
    const next = step(expected, token.kind, open);
    if (next === undefined) return at;
    expected = next;
    at = afterBlanks(text, token.end);
  }
  return open.length === 0 && expected === 'comma or end' ? undefined : text.length;
}

function step(expected: Expected, kind: string, open: string[]): Expected | undefined {
  switch (expected) {
    case 'first value':
      return kind === ']' ? close('[', open) : beginValue(kind, open);
    case 'value':
      return beginValue(kind, open);
    case 'first name':
      return kind === '}' ? close('{', open) : afterName(kind);
    case 'name':
      return afterName(kind);
    case 'colon':
      return kind === ':' ? 'value' : undefined;
    case 'comma or end':
      if (kind === '}') return close('{', open);
      if (kind === ']') return close('[', open);
      if (kind !== ',' || open.length === 0) return undefined;
      return open.at(-1) === '{' ? 'name' : 'value';
  }
}

function beginValue(kind: string, open: string[]): Expected | undefined {
  if (kind === 'text' || kind === 'literal') return 'comma or end';
  if (kind !== '{' && kind !== '[') return undefined;
  open.push(kind);
  return kind === '{' ? 'first name' : 'first value';
}

function afterName(kind: string): Expected | undefined {
  return kind === 'text' ? 'colon' : undefined;
}

function close(opened: '{' | '[', open: string[]): Expected | undefined {
  return open.pop() === opened ? 'comma or end' : undefined;
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (' \t\n\r'.includes(text[at] ?? 'x')) at += 1;
  return at;
}

function tokenAt(text: string, at: number): Token {
  const mark = text[at] ?? '';
  switch (mark) {
    case '{':
    case '}':
    case '[':
    case ']':
    case ':':
    case ',':
      return { kind: mark, end: at + 1 };
    case '"':
      return stringAt(text, at);
    default: {
      const literal = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;
      literal.lastIndex = at;
      return literal.test(text)
        ? { kind: 'literal', end: literal.lastIndex }
        : { kind: 'fault', at };
    }
  }
}

function stringAt(text: string, start: number): Token {
  let at = start + 1;
  while (at < text.length) {
    if (text[at] === '"') return { kind: 'text', end: at + 1 };
    const end = text[at] === '\\' ? endOfEscape(text, at) : at + 1;
    if (end === undefined || text.charCodeAt(at) < 0x20) return { kind: 'fault', at };
    at = end;
  }
  return { kind: 'fault', at };
}

function endOfEscape(text: string, at: number): number | undefined {
  if (text[at + 1] === 'u') {
    return /^[\da-f]{4}$/i.test(text.slice(at + 2, at + 6)) ? at + 6 : undefined;
  }
  return '"\\/bfnrt'.includes(text[at + 1] ?? 'x') ? at + 2 : undefined;
}
