import { granted, kind } from '../../decide/grant-kind.ts';
import { matchPrincipal } from '../../decide/match-statement.ts';
import { accountOf } from '../../decide/principal.ts';
import { sourceText } from '../../decide/reason-text.ts';
import type { CompiledStatement } from '../../decide/compile-statement.ts';
import { maybe, no } from '../../decide/tri.ts';
import { behindPoint } from './behind-point.ts';
import type { Choice, Group } from './route.ts';
import type { Asked } from './routes-of.ts';

/** What the bucket behind an access point says to requests through it. */
export interface Consent {
  readonly group: Group | undefined;
  readonly avoid: readonly Choice[];
  readonly doubts: readonly string[];
}

/** Those of a list that can match at all. */
type Concerning = (list: readonly CompiledStatement[]) => readonly CompiledStatement[];

const none: Consent = { group: undefined, avoid: [], doubts: [] };

/**
 * As `consentOfBucket` of the concrete engine: its policy must let the caller in, or in the owner's
 * account the caller's own policies, and it must not deny it.
 */
export function consentOf(asked: Asked, concerning: Concerning): Consent {
  const { question, request } = asked;
  const { bucketBehind: layer, settings } = question.set;
  const bucket = settings.s3?.bucketBehind?.arn;
  if (layer === undefined || bucket === undefined) return none;
  const point = pointOf(question.areas.list[0]?.prefix ?? '');
  if (point === undefined) return { ...none, doubts: [bucketText] };
  const translate = (list: readonly CompiledStatement[]): readonly CompiledStatement[] =>
    concerning(list.map((one) => behindPoint(one, { point, bucket })));
  const isOwn = accountOf(request.principal) === question.resourceAccount;
  const choices = translate(layer.allowing.of(request.action)).flatMap((statement) => {
    const { sure, possible } = matchPrincipal(statement, request);
    // What a policy leaves to the account the caller's own policies must allow as well.
    const bits = isOwn ? allKinds & ~kind.account : allKinds;
    if ((sure & bits) !== 0) return [{ statement, unsure: false }];
    return (possible & bits) !== 0 ? [{ statement, unsure: true }] : [];
  });
  const unread = layer.unread.map((one) => `not understood: ${one}`);
  return {
    group: groupOf(asked, choices, unread[0], concerning),
    avoid: translate(layer.denying.of(request.action)).flatMap((statement) => {
      const named = granted(matchPrincipal(statement, request));
      return named === no ? [] : [{ statement, unsure: named === maybe }];
    }),
    doubts: [...unread, ...deniedBehind(asked, translate)],
  };
}

/** Whether a Deny on the bucket's ARN elsewhere holds for a request through it, no page of S3 says. */
function deniedBehind(
  { question, request }: Asked,
  translate: (list: readonly CompiledStatement[]) => readonly CompiledStatement[],
): readonly string[] {
  const { identity, boundary, session, scp = [], rcp = [] } = question.set;
  const layers = [identity, ...[boundary, session].flatMap((one) => one ?? []), ...scp, ...rcp];
  return layers
    .flatMap(({ denying }) => translate(denying.of(request.action)))
    .map(({ source }) => `${sourceText(source)} may deny it, which is about the bucket`);
}

const allKinds = 255;
const bucketText = 'it cannot be told what the bucket behind the access point says';

function pointOf(prefix: string): string | undefined {
  return /^arn:[^:]*:s3:[^:]*:\d{12}:accesspoint\/[^/]+/.exec(prefix)?.[0];
}

function groupOf(
  { question, request }: Asked,
  choices: readonly Choice[],
  unread: string | undefined,
  concerning: Concerning,
): Group | undefined {
  const { principal } = request;
  const name = 'the policy of the bucket behind the access point';
  if (accountOf(principal) !== question.resourceAccount) return { name, choices, open: unread };
  if (principal.kind === 'root') return undefined;
  const { identity } = question.set;
  const own = concerning(identity.allowing.of(request.action)).map((statement) => ({
    statement,
    unsure: statement.principal !== undefined,
  }));
  return { name, choices: [...own, ...choices], open: unread ?? identity.unread[0] };
}
