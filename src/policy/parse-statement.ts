import type { JsonObject, JsonValue } from '../model/json.ts';
import type { ListElement, Statement } from '../model/policy.ts';
import type { Place } from './oddity.ts';
import { parseConditions } from './parse-conditions.ts';
import { parsePrincipal } from './parse-principal.ts';
import { readList } from './read-list.ts';

const elements = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);

/** None for a statement whose effect cannot be told; its oddity then speaks for it. */
export function parseStatement(
  element: JsonObject,
  index: number,
  place: Place,
): readonly Statement[] {
  for (const name of Object.keys(element)) {
    if (!elements.has(name)) place.in(name).odd('unknown element');
  }
  const principal = readPair(element, 'Principal', place);
  const action = readPair(element, 'Action', place);
  const resource = readPair(element, 'Resource', place);
  const conditions = parseConditions(element['Condition'], place.in('Condition'));
  const actions = action && actionElement(action);
  if (actions === undefined) place.odd('no Action');
  const effect = element['Effect'];
  if (effect !== 'Allow' && effect !== 'Deny') {
    place.in('Effect').odd('neither Allow nor Deny');
    return [];
  }
  const statement = {
    index,
    ...readSid(element['Sid'], place.in('Sid')),
    effect,
    ...(principal && {
      principal: parsePrincipal(principal.value, principal.not, principal.place),
    }),
    action: actions ?? { not: false, values: [] },
    ...(resource && { resource: listElement(resource) }),
    conditions,
  } as const;
  return [statement];
}

interface Pair {
  readonly not: boolean;
  readonly value: JsonValue;
  readonly place: Place;
}

/** `Action` or `NotAction`; AWS rejects both in one statement. */
function readPair(element: JsonObject, name: string, place: Place): Pair | undefined {
  const plain = element[name];
  const inverted = element[`Not${name}`];
  if (plain !== undefined && inverted !== undefined) place.odd(`both ${name} and Not${name}`);
  if (plain !== undefined) return { not: false, value: plain, place: place.in(name) };
  if (inverted === undefined) return undefined;
  return { not: true, value: inverted, place: place.in(`Not${name}`) };
}

/**
 * Blanks are left out: AWS's own managed policies have had some (`ec2: DescribeAccountAttributes`).
 * What it makes of anything else that does not look like an action is written nowhere.
 */
function actionElement(pair: Pair): ListElement {
  const { not, values } = listElement(pair);
  const element = { not, values: values.map((value) => value.replaceAll(/ +/g, '')) };
  const [strange] = element.values.filter((one) => !/^(\*+|[\w*?-]+:[\w*?-]+)$/.test(one));
  if (strange !== undefined) pair.place.odd(`not an action: ${strange}`);
  return element;
}

function listElement(pair: Pair): ListElement {
  return { not: pair.not, values: readList(pair.value, pair.place) };
}

function readSid(sid: JsonValue | undefined, place: Place): { readonly sid?: string } {
  if (sid === undefined) return {};
  if (typeof sid === 'string') return { sid };
  place.odd('not a string');
  return {};
}
