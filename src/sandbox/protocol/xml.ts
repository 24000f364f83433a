import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json.ts';
import { isJsonList } from '../input.ts';

/** How JSON members become elements where the name alone does not say it. */
export interface XmlShape {
  /** Element name of a member, where it differs. */
  readonly rename?: { readonly [member: string]: string };
  /** The same, for members that are objects. */
  readonly renameObjects?: { readonly [member: string]: string };
  /** Lists without an element around them: the name of each item. */
  readonly flat?: { readonly [member: string]: string };
  /** Lists with an element around them: the name of each item; `member` for all others. */
  readonly items?: { readonly [member: string]: string };
  /** Members that are maps: `<entry><key/><value/></entry>`. */
  readonly maps?: readonly string[];
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

export function xmlDocument(
  root: { readonly name: string; readonly namespace?: string },
  content: string,
): string {
  const namespace = root.namespace === undefined ? '' : ` xmlns="${root.namespace}"`;
  return `${declaration}<${root.name}${namespace}>${content}</${root.name}>`;
}

/** The members of an object as elements, in their order; null is left out. */
export function xmlMembers(object: JsonObject, shape: XmlShape): string {
  return Object.entries(object)
    .map(([member, value]) => xmlMember(member, value, shape))
    .join('');
}

function xmlMember(member: string, value: JsonValue, shape: XmlShape): string {
  if (value === null) return '';
  if (isJsonList(value)) return xmlList(member, value, shape);
  if (!isJsonObject(value)) return element(shape.rename?.[member] ?? member, scalar(value));
  if (shape.maps?.includes(member) === true) return element(member, xmlMap(value));
  if (member === 'Grantee') return xmlGrantee(value, shape);
  const name = shape.renameObjects?.[member] ?? shape.rename?.[member] ?? member;
  return element(name, xmlMembers(value, shape));
}

function xmlList(member: string, values: readonly JsonValue[], shape: XmlShape): string {
  const flat = shape.flat?.[member];
  if (flat !== undefined) return values.map((value) => xmlItem(flat, value, shape)).join('');
  const item = shape.items?.[member] ?? 'member';
  const items = values.map((value) => xmlItem(item, value, shape)).join('');
  return element(shape.rename?.[member] ?? member, items);
}

function xmlItem(name: string, value: JsonValue, shape: XmlShape): string {
  return element(name, isJsonObject(value) ? xmlMembers(value, shape) : scalar(value));
}

function xmlMap(object: JsonObject): string {
  return Object.entries(object)
    .map(([key, value]) =>
      element('entry', element('key', scalar(key)) + element('value', scalar(value))),
    )
    .join('');
}

/** S3 says the type of a grantee in an attribute. */
function xmlGrantee(grantee: JsonObject, shape: XmlShape): string {
  const { Type: type, ...members } = grantee;
  const schema = 'http://www.w3.org/2001/XMLSchema-instance';
  const attributes = `xmlns:xsi="${schema}" xsi:type="${scalar(type ?? '')}"`;
  return `<Grantee ${attributes}>${xmlMembers(members, shape)}</Grantee>`;
}

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function scalar(value: JsonValue): string {
  // AWS writes control characters, carriage return among them, as references.
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.replace(
    // oxlint-disable-next-line no-control-regex
    /[&<>"\u0000-\u0008\u000b-\u001f\u007f]/g,
    (character) =>
      entities[character] ?? `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`,
  );
}
