import { accessMatchers } from './access-matchers.ts';
import { printable } from '../model/printable.ts';
import type { SuiteAccount } from './suite-account.ts';
import * as facts from './suite-facts.ts';
import { currentSuite } from './suite-place.ts';

declare global {
  namespace Chai {
    interface Assertion {
      /** A bucket lets strangers in by its ACL or policy. */
      readonly public: Assertion;
      /** A bucket keeps versions. */
      readonly versioned: Assertion;
      /** A bucket's policy denies everything over plain HTTP. */
      readonly refusePlainHttp: Assertion;
      /** A notebook has its own way to the internet. */
      readonly directInternet: Assertion;
      /** A job, model or endpoint configuration runs with network isolation. */
      readonly isolated: Assertion;
      /** A job, model, notebook or endpoint configuration runs in a VPC. */
      readonly inVpc: Assertion;
      /** All data of the resource is encrypted with this key (id, ARN or alias). */
      encryptedWith(key: string): Assertion;
      /** A role or user has this managed policy as permissions boundary. */
      haveBoundary(policyArn: string): Assertion;
    }
  }
}

interface Matcher {
  /** After "to" or "to not". */
  readonly words: string;
  readonly fact: (value: unknown, account: SuiteAccount, argument: string) => facts.Fact;
}

const properties: { readonly [name: string]: Matcher } = {
  public: { words: 'be public', fact: facts.isPublic },
  versioned: { words: 'be versioned', fact: facts.isVersioned },
  refusePlainHttp: { words: 'refuse plain HTTP', fact: facts.refusesPlainHttp },
  directInternet: { words: 'have direct internet access', fact: facts.hasDirectInternet },
  isolated: { words: 'be isolated', fact: facts.isIsolated },
  inVpc: { words: 'be in a VPC', fact: facts.isInVpc },
};

const methods: { readonly [name: string]: Matcher } = {
  encryptedWith: { words: 'be encrypted with', fact: facts.isEncryptedWith },
  haveBoundary: { words: 'have the permissions boundary', fact: facts.hasBoundary },
};

/**
 * The matchers as a chai plugin, e.g. `expect(account.bucket('models')).to.not.be.public`. A matcher
 * that cannot tell throws `UnknownError`, negated or not.
 */
export const chaiMatchers: Chai.ChaiPlugin = (chai, utils) => {
  const { Assertion } = chai;
  accessMatchers(chai, utils);
  for (const [name, matcher] of Object.entries(properties)) {
    Assertion.addProperty(name, function getProperty() {
      state(this, matcher, '');
    });
  }
  for (const [name, matcher] of Object.entries(methods)) {
    Assertion.addMethod(name, function callMethod(argument: unknown) {
      if (typeof argument !== 'string') throw new TypeError(`${name} takes a text`);
      state(this, matcher, argument);
    });
  }
};

function state(assertion: Chai.AssertionStatic, matcher: Matcher, argument: string): void {
  const value: unknown = assertion._obj;
  const { holds, got } = matcher.fact(value, currentSuite(), argument);
  const words = argument === '' ? matcher.words : `${matcher.words} ${argument}`;
  const name = printable((value as { readonly name: string }).name); // a fact was found: a resource
  assertion.assert(
    holds,
    `expected ${name} to ${words}, but ${printable(got)}`,
    `expected ${name} to not ${words}, but ${printable(got)}`,
    words,
    got,
    false,
  );
}
