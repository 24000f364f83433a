import type { PolicyText, PrincipalElement, Statement } from '../../model/policy.ts';
import { namesEveryone } from '../../policy/binding/everyone.ts';
import type { PublicQuestion } from '../../reach/public-access.ts';
import type { Account } from '../account.ts';
import { askOutside } from './outside-answer.ts';
import { readPolicy } from './read-policy.ts';

/** What lets somebody outside the account in: one statement, and one of the principals it names. */
export interface OutsideGrant {
  readonly statement: Statement;
  /** As written, e.g. `*` or an ARN; `all but …` for NotPrincipal. */
  readonly principal: string;
  /** `yes`: somebody who must not gets in; `may`: it cannot be told. */
  readonly is: 'yes' | 'may';
  /** A request that the engine allows, or why it cannot be told. */
  readonly text: string;
}

export interface OutsideQuestion {
  readonly resourceType: PublicQuestion['resourceType'];
  readonly policy: PolicyText;
  /** Who may get in: whoever is named in some way, or none but the trusted. */
  readonly allowed: 'named' | 'trusted';
}

/**
 * Every grant of a resource policy that lets in who must not, each with a request as the proof. The
 * Deny statements of the policy and of the resource control policies that were read count. What is
 * left out is proven to let in none but those allowed; AWS services are nobody's account.
 */
export function outsideGrants(
  account: Account,
  question: OutsideQuestion,
): readonly OutsideGrant[] {
  const read = readPolicy('the policy', question.policy);
  const { statements } = read.policy;
  return statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap((statement) =>
      candidates(statement, account, question).flatMap(({ name, element }) => {
        const denies = statements.filter(({ effect }) => effect === 'Deny');
        const asked = {
          ...read.policy,
          statements: [{ ...statement, principal: element }, ...denies],
        };
        const answer = unaskable(element) ?? askOutside(account, { ...question, policy: asked });
        if (answer === undefined) return [];
        // Of a document that is not understood, nothing is sure.
        const [doubt] = read.doubts;
        const is = doubt === undefined ? answer.is : 'may';
        return [{ statement, principal: name, is, text: answer.text }];
      }),
    );
}

interface Candidate {
  readonly name: string;
  readonly element: PrincipalElement;
}

const none: PrincipalElement = {
  ...{ not: false, everyone: false },
  ...{ aws: [], service: [], federated: [], canonicalUser: [] },
};

/** The principals of a statement one by one, without those that are surely the account's own. */
function candidates(
  { principal }: Statement,
  account: Account,
  { allowed }: OutsideQuestion,
): readonly Candidate[] {
  if (principal === undefined) return [];
  const { aws, federated, canonicalUser, not, everyone } = principal;
  if (not) {
    return [{ name: `all but ${[...aws, ...federated].join(', ')}`, element: principal }];
  }
  if (allowed === 'named') {
    return namesEveryone(principal) ? [{ name: '*', element: { ...none, everyone: true } }] : [];
  }
  const isForeign = (name: string) => accountNamed(name) !== account.id;
  return [
    ...(everyone ? [{ name: '*', element: { ...none, everyone } }] : []),
    ...aws.filter(isForeign).map((name) => ({ name, element: { ...none, aws: [name] } })),
    ...federated
      .filter(isForeign)
      .map((name) => ({ name, element: { ...none, federated: [name] } })),
    ...canonicalUser.map((name) => ({ name, element: { ...none, canonicalUser: [name] } })),
  ];
}

function accountNamed(principal: string): string | undefined {
  return /^(?:arn:[^:]*:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(principal)?.[1];
}

/** Names that do not tell which account they belong to. */
function unaskable({ not, federated, canonicalUser }: PrincipalElement) {
  const [name] = [...federated, ...canonicalUser];
  if (not || name === undefined) return undefined;
  return { is: 'may', text: `it does not tell which account ${name} belongs to` } as const;
}
