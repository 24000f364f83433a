import { allowedRequest } from '../../reach/access/allowed-request.ts';
import type { AccessAnswer, AccessQuestion } from '../../reach/access/access-question.ts';
import { areasOf, type Areas } from '../../reach/access/area.ts';
import { isOutOfReach } from '../../reach/access/out-of-reach.ts';
import { LayerContents } from '../../reach/access/layer-content.ts';
import { Memo } from '../../reach/access/memo.ts';
import type { Witness } from '../../reach/answer.ts';
import type { StatementSource } from '../../decide/decision.ts';
import { replay, wayIn } from '../../reach/access/replay.ts';
import type { Account } from '../account.ts';
import type { PrincipalSide } from '../access/principal-side.ts';
import { sidesOf, type Sides } from '../access/sides.ts';
import { keyKnowledge } from './key-domains.ts';
import type { Needed } from './needed.ts';
import type { Subject } from './reach-answer.ts';

const contents = new WeakMap<Account, LayerContents>();

/** One needed permission, and all subjects that are asked for it. */
export class Asking {
  readonly #account: Account;
  readonly #sides: Sides;
  readonly #needed: Needed;
  readonly #areas: Areas;
  readonly #memo: Memo;
  /** By what the requests carry beside what is asked. */
  readonly #given = new Map<string, Needed['given']>();

  constructor(account: Account, needed: Needed) {
    this.#account = account;
    this.#sides = sidesOf(account);
    this.#needed = needed;
    this.#areas = areasOf(needed.action, needed.place.patterns);
    const known = contents.get(account) ?? new LayerContents();
    contents.set(account, known);
    this.#memo = new Memo(known);
  }

  /** How many questions were searched, and not answered from one like it. */
  get searches(): number {
    return this.#memo.searches;
  }

  /** `also`: what the requests carry beside what is asked, by key in lower case. */
  of(subject: Subject, also: Needed['given'] = {}): AccessAnswer {
    const principal = this.#sides.principal(subject.principal);
    if (subject.sort === 'role' || subject.sort === 'user') {
      return this.#isOutOfReach(principal) ? nothingAllows : this.#ofOwn(subject, also);
    }
    const answer = allowedRequest(this.question(subject, also));
    if (answer.is !== 'yes' || Object.keys(also).length === 0) return answer;
    return {
      is: 'yes',
      witness: withGiven(answer.witness, also),
      get way() {
        return answer.way;
      },
    };
  }

  #ofOwn(subject: Subject, also: Needed['given']): AccessAnswer {
    const found = this.#memo.find(this.question(subject, also));
    const parts: OwnParts = { asking: this, subject, also };
    return found.is === 'yes'
      ? new OwnAccess(withGiven(found.witness, also), parts)
      : new OwnRefusal(found.is, parts);
  }

  /** Whether the concrete engine allows this request, as the subject makes it. */
  allows(subject: Subject, witness: Witness): boolean {
    return replay(this.question(subject), witness).outcome === 'allowed';
  }

  /** Of these keys those that the requests of the subject can have several values for. */
  open(subject: Subject, values: Needed['given']): Needed['given'] {
    if (Object.keys(values).length === 0) return values;
    const { domainOf } = this.question(subject);
    return Object.fromEntries(
      Object.entries(values).filter(([key]) => domainOf(key.toLowerCase()).is === 'open'),
    );
  }

  /** The same as a question to the engine. */
  question(subject: Subject, also: Needed['given'] = {}): AccessQuestion {
    const { action, place, patterns, without, forwarded } = this.#needed;
    const principal = this.#sides.principal(subject.principal);
    return {
      set: this.#sides.compiled(principal, place.side),
      caller: { name: nameOf(subject), principal: principal.principal },
      action,
      areas: this.#areas,
      resourceAccount: place.side.account,
      ...keyKnowledge({
        account: this.#account,
        organization: this.#sides.organization,
        subject,
        principal,
        resource: place.side,
        given: this.#givenWith(also),
        patterns: withoutKeys(patterns, also),
        without,
        forwarded,
      }),
    };
  }

  #isOutOfReach(side: PrincipalSide): boolean {
    const { action, place } = this.#needed;
    if (place.side.account !== this.#account.id) return false;
    return isOutOfReach({
      principal: side.principal,
      identity: this.#sides.ofPrincipal(side).identity,
      resource: this.#sides.ofResource(place.side).resource,
      settings: place.side.settings,
      action: action.toLowerCase(),
      areas: this.#areas,
    });
  }

  /** One object for the same keys and values: what follows from it is remembered by it. */
  #givenWith(also: Needed['given']): Needed['given'] {
    if (Object.keys(also).length === 0) return this.#needed.given;
    const key = JSON.stringify(also);
    const known = this.#given.get(key) ?? { ...this.#needed.given, ...also };
    this.#given.set(key, known);
    return known;
  }
}

/** What the request was to carry of the caller is part of the witness. */
function withGiven(witness: Witness, also: Needed['given']): Witness {
  const given = Object.entries(also).filter(([key]) => key.startsWith('aws:'));
  if (given.length === 0) return witness;
  return { ...witness, context: { ...Object.fromEntries(given), ...witness.context } };
}

interface OwnParts {
  readonly asking: Asking;
  readonly subject: Subject;
  readonly also: Needed['given'];
}

/** Most answers are counted: what tells why is worked out when it is asked for. */
class OwnAccess {
  readonly is = 'yes';
  readonly witness: Witness;
  readonly #parts: OwnParts;
  #way: readonly StatementSource[] | undefined;

  constructor(witness: Witness, parts: OwnParts) {
    this.witness = witness;
    this.#parts = parts;
  }

  get way(): readonly StatementSource[] {
    return (this.#way ??= wayIn(questionOf(this.#parts), this.witness));
  }
}

class OwnRefusal {
  readonly is: 'no' | 'may';
  readonly #parts: OwnParts;

  constructor(is: 'no' | 'may', parts: OwnParts) {
    this.is = is;
    this.#parts = parts;
  }

  get reasons(): readonly string[] {
    const answer = allowedRequest(questionOf(this.#parts));
    return answer.is === 'yes' ? [] : answer.reasons;
  }
}

function questionOf({ asking, subject, also }: OwnParts): AccessQuestion {
  return asking.question(subject, also);
}

const nothingAllows: AccessAnswer = {
  is: 'no',
  reasons: ["nothing in the caller's identity policies allows it, and no other policy lets it in"],
};

function withoutKeys(
  patterns: ReadonlyMap<string, string>,
  also: Needed['given'],
): ReadonlyMap<string, string> {
  return new Map([...patterns].filter(([key]) => !Object.hasOwn(also, key)));
}

function nameOf({ principal, name }: Subject): string | { readonly service: string } {
  if (principal.kind === 'service') return { service: principal.name };
  return 'arn' in principal ? principal.arn : name;
}
