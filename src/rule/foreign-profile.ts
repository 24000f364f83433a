import type { Account } from '../account/account.ts';
import { matchesAction, touchesAction } from '../account/fact/action-match.ts';
import type { ReachQuestion } from '../account/reach/reach-answer.ts';
import type { Statement } from '../model/policy.ts';
import { globCovers } from '../policy/glob.ts';
import { accessOf } from './access.ts';
import type { Findings } from './execution-role-grants.ts';
import { subjectName, unsure } from './reach-verdict.ts';
import { reachText } from './reach-evidence.ts';

const action = 'sagemaker:CreatePresignedDomainUrl';
const somebodyElse = 'leastwise-somebody-else';

export interface ForeignProfile {
  /** As the statement names it, e.g. `user-profile/*`. */
  readonly profile: string;
  readonly questions: readonly ReachQuestion[];
}

/**
 * Questions about profiles that are not the caller's, one list for each pattern that an Allow names:
 * with another name than the caller's, and with tags that do not match the caller's, or none.
 */
export function foreignProfiles(
  account: Account,
  statements: readonly Statement[],
): readonly ForeignProfile[] {
  const about = statements.filter((one) => touchesAction(one.action, action));
  const tags = tagKeys(about);
  const context = Object.fromEntries([
    ...tags.map((key) => [key, somebodyElse]),
    ...callerKeys(about).map((key) => [key, 'leastwise-caller']),
  ]) as { readonly [key: string]: string };
  const patterns = new Set(allowed(about).filter((one) => !isOwn(one) && !isOne(one)));
  return [...patterns].map((pattern) => {
    const asked = { action, resource: strangeName(account, pattern) };
    const untagged = Object.entries(context).filter(([key]) => !tags.includes(key));
    return {
      profile: pattern,
      questions: [
        { ...asked, context },
        ...(tags.length === 0
          ? []
          : [{ ...asked, context: Object.fromEntries(untagged), without: tags }]),
      ],
    };
  });
}

/** Two profiles that are named one by one: one of them is not the caller's. */
export function severalProfiles(
  account: Account,
  principal: string,
  statements: readonly Statement[],
): Findings {
  const named = [...new Set(allowed(statements).filter(isOne))];
  const accesses = named.map((resource) => accessOf(account, principal, [{ action, resource }]));
  const held = accesses.flatMap((one) => (one.is === 'no' ? [] : [one]));
  const sure = held.filter(({ is }) => is === 'yes').map(({ reaches }) => reaches[0]);
  const [first] = sure;
  if (held.length < 2) return { evidence: [], missing: [] };
  if (first === undefined || sure.length < 2) {
    return { evidence: [], missing: held.map(({ reaches }) => unsure(reaches[0])) };
  }
  const names = sure.map(({ answer }) => answer.pairs[0].resource).join(', ');
  const got = `${subjectName(first.subject)} opens ${names}: ${reachText(first)}`;
  return {
    evidence: [{ finding: 'several-profiles', expected: 'one user profile', got }],
    missing: [],
  };
}

/** Whether something in these statements can keep to the caller's own profile. */
export function keepsToOwn(statements: readonly Statement[]): boolean {
  const about = statements.filter((one) => touchesAction(one.action, action));
  return allowed(about).some((one) => isOwn(one) || isOne(one)) || tagKeys(about).length > 0;
}

/** What the Allows name as resources. */
function allowed(statements: readonly Statement[]): readonly string[] {
  return statements
    .filter((one) => one.effect === 'Allow' && matchesAction(one.action, action))
    .flatMap(({ resource }) => (resource?.not === false ? resource.values : ['*']));
}

/** Its name is that of the caller. */
function isOwn(resource: string): boolean {
  return /:user-profile\/[^/]*\/[^/*?]*\$\{[^}]+\}[^/*?]*$/.test(resource);
}

/** One profile by name. */
function isOne(resource: string): boolean {
  return !/[*?]|\$\{/.test(resource);
}

/**
 * Profiles of the pattern with a name that is nobody's. Where it is not plain how to put one in, all
 * profiles of the pattern: then the caller's own may be found, never none for another's.
 */
function strangeName(account: Account, pattern: string): string {
  const start = `arn:${account.partition}:sagemaker:`;
  const any = `${start}*:${account.id}:user-profile/*/${somebodyElse}`;
  const plain = pattern.replaceAll(/\$\{[^}]*\}/g, '*');
  if (globCovers(plain, any)) return any;
  const [, region = '', domain = ''] =
    /^arn:[^:]*:sagemaker:([^:]*):(?:\d{12}|\*):user-profile\/(?:([^/*?]+)\/)?\*$/.exec(plain) ??
    [];
  if (region === '') return plain;
  return `${start}${region}:${account.id}:user-profile/${domain === '' ? '*' : domain}/${somebodyElse}`;
}

/** Tags of the profile that conditions compare to something of the caller. */
function tagKeys(statements: readonly Statement[]): readonly string[] {
  const keys = statements
    .flatMap(({ conditions }) => conditions)
    .filter(
      ({ key, values }) =>
        /^(aws|sagemaker):resourcetag\//i.test(key) && values.some((one) => one.includes('${')),
    )
    .map(({ key }) => key);
  return [...new Set(keys)];
}

/** What of the caller the statements compare to, as far as it is not fixed by who calls. */
function callerKeys(statements: readonly Statement[]): readonly string[] {
  const texts = statements.flatMap(({ conditions, resource }) => [
    ...conditions.flatMap(({ values }) => values),
    ...(resource?.values ?? []),
  ]);
  const keys = texts.flatMap((text) => [...text.matchAll(/\$\{\s*([^},]+?)\s*[,}]/g)]);
  const open = keys.flatMap(([, key = '']) =>
    /^(aws:PrincipalTag\/|aws:SourceIdentity$|saml:|aws:TokenIssue)/i.test(key) ? [key] : [],
  );
  return [...new Set(open)];
}
