/**
 * What XML 1.0 cannot hold, not even as a character reference. The `u` flag makes a surrogate pair
 * one character, so that only lone surrogates are hit.
 */
const illegal = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const references: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** For element content. `>` is written as a reference, so `]]>` cannot arise. */
export function xmlText(text: string): string {
  // A parser turns a bare carriage return into a line feed.
  return legalXml(text).replace(/[&<>\r]/g, (character) => references[character] ?? character);
}

/** For a value between double quotes; a parser would turn bare tabs and breaks into spaces. */
export function xmlAttribute(text: string): string {
  return legalXml(text).replace(/[&<>"\t\n\r]/g, (character) => references[character] ?? character);
}

/** Everything that XML 1.0 cannot hold becomes U+FFFD. */
export function legalXml(text: string): string {
  return text.replace(illegal, '\ufffd');
}

/** Attributes in the order given, each with a space before it. */
export function xmlAttributes(values: { readonly [name: string]: string | number }): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlAttribute(String(value))}"`)
    .join('');
}
