import type { CompiledLayer } from '../../../decide/compile-policy-set.ts';
import type { CompiledStatement } from '../../../decide/compile-statement.ts';
import { kind } from '../../../decide/grant-kind.ts';
import { matchPrincipal } from '../../../decide/match-statement.ts';
import { allowedRequest } from '../../../reach/access/allowed-request.ts';
import type { AccessAnswer } from '../../../reach/access/access-question.ts';
import type { Account } from '../../account.ts';
import { sidesOf, type Sides } from '../../access/sides.ts';
import { Asking } from '../ask.ts';
import { encryptionChoices } from '../encryption-choice.ts';
import { neededOf, type Needed } from '../needed.ts';
import { ownSubjects } from '../own-subjects.ts';
import { placesOf } from '../places.ts';
import { reach } from '../reach.ts';
import type { ReachAnswer, Subject } from '../reach-answer.ts';
import { classifyBuckets, type BucketClass } from './bucket-classes.ts';
import { furtherAnswers, type FurtherAnswers } from './further-answers.ts';
import { Relations } from './relations.ts';
import { subjectText } from './subject-text.ts';

/** May a role or user of the account do an action to some object of each bucket? */
export interface AccessMatrix {
  readonly subjects: readonly Subject[];
  /** ARNs. */
  readonly buckets: readonly string[];
  is(subject: number, bucket: number): ReachAnswer['is'];
  /** Questions that were searched; all others have the answer of one that differs in names alone. */
  readonly searches: number;
}

const codes: readonly ReachAnswer['is'][] = ['no', 'may', 'yes'];

/** One action on the objects of every bucket, by every role and user. The same answers as `whoCan`. */
export function accessMatrix(account: Account, action: string): AccessMatrix {
  return new MatrixBuilder(account, action).build();
}

interface Bucket {
  readonly arn: string;
  readonly index: number;
  readonly needed: Needed;
  /** Undefined: each subject is asked for this very bucket. */
  readonly further: FurtherAnswers | undefined;
  /** The bucket has access points: each subject is asked for all ways in. */
  readonly isSeveral: boolean;
  /** Answers for this bucket alone. */
  readonly whole: (subject: Subject) => ReachAnswer['is'];
  readonly resource: CompiledLayer;
  readonly group: BucketClass;
}

class MatrixBuilder {
  readonly #account: Account;
  readonly #action: string;
  readonly #sides: Sides;
  readonly #relations: Relations;
  readonly #buckets: readonly Bucket[];
  /** Numbers of texts and statements, and answers by number and relations. */
  readonly #texts = new Map<string, number>();
  readonly #contents = new Map<string, number>();
  readonly #contentOf = new WeakMap<CompiledStatement, number>();
  readonly #answers = new Map<string, AccessAnswer>();
  readonly #askings = new Map<BucketClass, Asking>();
  #searches = 0;

  constructor(account: Account, action: string) {
    this.#account = account;
    this.#action = action.toLowerCase();
    this.#sides = sidesOf(account);
    const arns = account.all('s3.bucket').map(({ id }) => id);
    this.#relations = new Relations(arns);
    this.#buckets = this.#describe(arns, action);
  }

  build(): AccessMatrix {
    const subjects = ownSubjects(this.#account).filter(({ sort }) => sort !== 'root');
    const width = this.#buckets.length;
    const cells = new Uint8Array(subjects.length * width);
    subjects.forEach((subject, row) => {
      this.#fillRow(subject, (bucket, is) => {
        cells[row * width + bucket] = codes.indexOf(is);
      });
    });
    return {
      subjects,
      buckets: this.#buckets.map(({ arn }) => arn),
      is: (subject, bucket) => codes[cells[subject * width + bucket] ?? 1] ?? 'may',
      searches:
        this.#searches +
        this.#buckets.reduce((sum, { further }) => sum + (further?.searches ?? 0), 0),
    };
  }

  #describe(arns: readonly string[], action: string): readonly Bucket[] {
    const plain = arns.map((bucket, index) => {
      const { list } = placesOf(this.#account, `${bucket}/*`, action);
      const [place, ...points] = list;
      if (place === undefined) throw new Error(`${bucket} is no place`);
      const { resource } = this.#sides.ofResource(place.side);
      const isSeveral = points.length > 0;
      return { bucket, index, place, side: place.side, resource, isSeveral };
    });
    const { scp = [], rcp = [] } = this.#sides.ofOrganization;
    const options = { organization: [...scp, ...rcp], relations: this.#relations };
    const classes = classifyBuckets(plain, this.#action, options);
    const shared = new Map<string, FurtherAnswers>();
    return plain.map(({ bucket: arn, index, place, resource, isSeveral }, at) => {
      const question = { action, resource: `${arn}/*` };
      const needed = neededOf(this.#account, question, place);
      const group = classes[at] ?? { id: -1, statements: [] };
      const isChoice = encryptionChoices(this.#account, question, place).length > 1;
      const further = isChoice ? undefined : furtherAnswers(this.#account, needed, shared);
      const whole = ({ principal }: Subject): ReachAnswer['is'] =>
        reach(this.#account, principal, question).is;
      return { arn, index, needed: needed.list[0], further, isSeveral, whole, resource, group };
    });
  }

  #fillRow(subject: Subject, set: (bucket: number, is: ReachAnswer['is']) => void): void {
    const side = this.#sides.principal(subject.principal);
    const { identity, boundary } = this.#sides.ofPrincipal(side);
    const allows = identity.allowing.of(this.#action);
    const own = [
      ...allows,
      ...identity.denying.of(this.#action),
      ...(boundary?.allowing.of(this.#action) ?? []),
      ...(boundary?.denying.of(this.#action) ?? []),
    ];
    const granting = allows.map((one) => this.#relations.of(one));
    const tables = own.map((one) => this.#relations.of(one));
    const texts = new Map<BucketClass, number>();
    const isOpen = identity.unread.length > 0;
    for (const bucket of this.#buckets) {
      const { index } = bucket;
      if (bucket.isSeveral) {
        set(index, bucket.whole(subject));
        continue;
      }
      const isConcerned = isOpen || granting.some((table) => table[index] !== 0);
      if (!isConcerned && !this.#mayBeGranted(bucket, subject)) continue;
      const text = texts.get(bucket.group) ?? this.#textOf(subject, bucket, own);
      texts.set(bucket.group, text);
      const places = tables.map((table) => String(table[index]));
      set(index, this.#cell(`${String(text)}|${places.join()}`, subject, bucket));
    }
  }

  #cell(key: string, subject: Subject, bucket: Bucket): ReachAnswer['is'] {
    const first = this.#answers.get(key) ?? this.#solve(key, subject, bucket);
    if (first.is === 'no') return 'no';
    const is = bucket.further?.with(first, subject);
    // Another request may have both permissions.
    const isOpen = is === undefined || (is === 'may' && first.is === 'yes');
    return isOpen ? bucket.whole(subject) : is;
  }

  #solve(key: string, subject: Subject, { needed }: Bucket): AccessAnswer {
    this.#searches += 1;
    const answer = allowedRequest(new Asking(this.#account, needed).question(subject));
    this.#answers.set(key, answer);
    return answer;
  }

  /** Whether the bucket itself may let the subject in without an Allow of its own. */
  #mayBeGranted({ resource, needed }: Bucket, { principal }: Subject): boolean {
    if (resource.unread.length > 0) return true;
    const { s3 } = needed.place.side.settings;
    if (s3?.aclsUnknown === true || (s3?.ownership ?? usual) !== usual) return true;
    return resource.allowing.of(this.#action).some((statement) => {
      const request = { principal, bounded: false } as Parameters<typeof matchPrincipal>[1];
      const { sure, possible } = matchPrincipal(statement, request);
      return ((sure | possible) & ~kind.account) !== 0;
    });
  }

  #textOf(subject: Subject, { needed, group }: Bucket, own: readonly CompiledStatement[]): number {
    // What is asked of the context is the same for all buckets of a class.
    const asking = this.#askings.get(group) ?? new Asking(this.#account, needed);
    this.#askings.set(group, asking);
    const question = asking.question(subject);
    const idOf = (one: CompiledStatement): number => this.#contentId(one);
    const text = subjectText({ question, own, others: group.statements, idOf });
    return numberOf(this.#texts, `${String(group.id)}\n${text}`);
  }

  #contentId(compiled: CompiledStatement): number {
    const known = this.#contentOf.get(compiled);
    if (known !== undefined) return known;
    const { statement, version, odd, source } = compiled;
    const { effect, action, principal, conditions } = statement;
    const text = JSON.stringify([
      source.layer,
      effect,
      action,
      principal,
      conditions,
      version,
      odd,
    ]);
    const id = numberOf(this.#contents, text);
    this.#contentOf.set(compiled, id);
    return id;
  }
}

const usual = 'BucketOwnerEnforced';

function numberOf(numbers: Map<string, number>, text: string): number {
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  return number;
}
