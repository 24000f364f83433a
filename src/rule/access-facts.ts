import { askedPattern, fullArn } from '../account/reach/asked-pattern.ts';
import type { ReachAnswer, Subject } from '../account/reach/reach-answer.ts';
import { refuseEmpty } from '../account/reach/refuse-empty.ts';
import { whatCan } from '../account/reach/what-can.ts';
import { findPrincipal } from '../account/access/find-principal.ts';
import { notCollected } from '../model/observed.ts';
import type { Missing } from '../model/verdict.ts';
import { globMatches } from '../policy/glob.ts';
import { isMeant, textsOf, type Where, type Whom } from './access-words.ts';
import { subjectOf } from './matcher-subject.ts';
import { reachReasons, reachText } from './reach-evidence.ts';
import type { SuiteAccount } from './suite-account.ts';
import type { Fact } from './suite-facts.ts';
import { UnknownError } from './unknown-error.ts';

/** A role or user can call none of the actions on any of the resources, in any context. */
export function isUnable(
  value: unknown,
  { facts }: SuiteAccount,
  { actions, where }: { readonly actions: readonly string[]; readonly where: Where },
): Fact {
  const { id, kind } = subjectOf(value, 'unable', ['iam.role', 'iam.user']);
  const asked = actions.flatMap((action) => textsOf(where).map((text) => ({ action, text })));
  if (asked.length === 0) throw new TypeError('unable.to(...).on(...) asks for nothing');
  const answers = asked.map(({ action, text }) =>
    facts.reach(id, { action, resource: askedPlace(facts, action, text) }),
  );
  const subject = subjectNamed(id, kind === 'iam.role' ? 'role' : 'user', findPrincipal(facts, id));
  return settled(answers.map((answer) => ({ subject, answer })));
}

/** A role or user can call nothing on the resources but what is listed; `*` is allowed. */
export function isOnlyAble(
  value: unknown,
  { facts }: SuiteAccount,
  { actions, where }: { readonly actions: readonly string[]; readonly where: Where },
): Fact {
  const { id, kind } = subjectOf(value, 'only.be.able', ['iam.role', 'iam.user']);
  const texts = textsOf(where);
  if (texts.length === 0) throw new TypeError('only.be.able.to(...).on(...) names no resource');
  const principal = findPrincipal(facts, id);
  const further = texts
    .flatMap((text) => {
      const resource = fullArn(facts, text);
      refuseEmpty(facts, resource);
      return whatCan(facts, principal, resource);
    })
    .filter(
      ({ action }) => !actions.some((one) => globMatches(one.toLowerCase(), action.toLowerCase())),
    );
  const subject = subjectNamed(id, kind === 'iam.role' ? 'role' : 'user', principal);
  return settled(further.map(({ answer }) => ({ subject, answer })));
}

/** None of those can call any of the actions on the resource. */
export function isUnreachable(
  value: unknown,
  { facts }: SuiteAccount,
  { actions, whom }: { readonly actions: readonly string[]; readonly whom: readonly Whom[] },
): Fact {
  const places = textsOf(value as Where);
  if (actions.length === 0 || whom.length === 0 || places.some((one) => typeof one !== 'string')) {
    throw new TypeError('unreachable.by(...).for(...) is about resources, somebody and actions');
  }
  const questions = places.flatMap((text) =>
    actions.map((action) => ({ action, resource: askedPlace(facts, action, text) })),
  );
  const all = questions.map((question) => facts.whoCan(question));
  const reaches = all
    .flatMap((one) => one.reaches)
    .filter(({ subject }) => whom.some((one) => isMeant(subject, one)));
  const fact = settled(reaches);
  const [gap, ...gaps] = all.flatMap((one) => [...one.missing]);
  if (fact.holds && gap !== undefined) throw new UnknownError(gap, ...gaps);
  return fact;
}

/** Throws `UserError` where nothing of the account is asked about: it would hold whatever is allowed. */
function askedPlace(facts: SuiteAccount['facts'], action: string, text: string): string {
  const resource = askedPattern(facts, action, text);
  refuseEmpty(facts, resource, action);
  return resource;
}

interface Found {
  readonly subject: Subject;
  readonly answer: ReachAnswer;
}

function subjectNamed(
  name: string,
  sort: Subject['sort'],
  principal: Subject['principal'],
): Subject {
  return { sort, name, principal };
}

/** Holds iff every answer is no; one yes is enough against it. Throws if it cannot be told. */
function settled(found: readonly Found[]): Fact {
  const yes = found.filter(({ answer }) => answer.is === 'yes');
  if (yes.length > 0) return { holds: false, got: yes.map(reachText).join('; ') };
  const [first, ...rest] = found
    .filter(({ answer }) => answer.is === 'may')
    .map(({ subject, answer }): Missing => ({
      what: `access of ${subject.name}`,
      why: notCollected(reachReasons(answer)),
    }));
  if (first !== undefined) throw new UnknownError(first, ...rest);
  return { holds: true, got: 'nothing allows it' };
}
