import { printable } from '../model/printable.ts';
import { isOnlyAble, isUnable, isUnreachable } from './access-facts.ts';
import { textsOf, whomText, type Where, type Whom } from './access-words.ts';
import type { Fact } from './suite-facts.ts';
import { currentSuite } from './suite-place.ts';
import { unfinished } from './unfinished.ts';

/** `on` ends the chain; without it nothing is asserted, and the test fails for it. */
interface On {
  on(...where: readonly Where[]): void;
}

interface To {
  to(...actions: readonly string[]): On;
}

interface For {
  for(...actions: readonly string[]): void;
}

interface By {
  by(...whom: readonly [Whom, ...Whom[]]): For;
}

declare global {
  namespace Chai {
    interface Assertion {
      /** A role or user cannot: `expect(role).to.be.unable.to('s3:DeleteObject').on('s3://data/*')`. */
      readonly unable: To;
      /** A role or user can nothing else: `expect(role).to.only.be.able.to('s3:Get*').on('s3://data/*')`. */
      readonly only: { readonly be: { readonly able: To } };
      /** Nobody of them can: `expect(bucket).to.be.unreachable.by(anyone).for('s3:GetObject')`. */
      readonly unreachable: By;
    }
  }
}

/** Matchers about access, over every context; each failure names the statements and a witness. */
export const accessMatchers: Chai.ChaiPlugin = ({ Assertion }) => {
  Assertion.addProperty('unable', function getUnable(): To {
    const end = unfinished('unable asserts nothing without .to(action).on(resource)');
    return toOn((actions, where) => {
      end();
      const words = `be unable to ${actions.join(', ')} on ${textsOf(where).join(', ')}`;
      state(this, words, isUnable(this._obj, currentSuite(), { actions, where }));
    });
  });
  Assertion.addProperty('only', function getOnly(): { readonly be: { readonly able: To } } {
    const end = unfinished('only.be.able asserts nothing without .to(action).on(resource)');
    const able = toOn((actions, where) => {
      end();
      const words = `only be able to ${actions.join(', ') || 'nothing'} on ${textsOf(where).join(', ')}`;
      state(this, words, isOnlyAble(this._obj, currentSuite(), { actions, where }));
    });
    return { be: { able } };
  });
  Assertion.addProperty('unreachable', function getUnreachable(): By {
    const end = unfinished('unreachable asserts nothing without .by(whom).for(action)');
    return {
      by: (...whom) => ({
        for: (...actions) => {
          end();
          const words = `be unreachable by ${whom.map(whomText).join(', ')} for ${actions.join(', ')}`;
          state(this, words, isUnreachable(this._obj, currentSuite(), { actions, whom }));
        },
      }),
    };
  });
};

function toOn(check: (actions: readonly string[], where: readonly Where[]) => void): To {
  return {
    to: (...actions) => ({
      on: (...where) => {
        check(actions, where);
      },
    }),
  };
}

function state(assertion: Chai.AssertionStatic, words: string, { holds, got }: Fact): void {
  const subject: unknown = assertion._obj;
  const name = printable(nameOf(subject), 200);
  assertion.assert(
    holds,
    `expected ${name} to ${printable(words, 1000)}, but ${printable(got, 4000)}`,
    `expected ${name} to not ${printable(words, 1000)}, but ${printable(got, 4000)}`,
    words,
    got,
    false,
  );
}

function nameOf(subject: unknown): string {
  const named = subject as { readonly name?: unknown };
  if (typeof subject === 'object' && subject !== null && typeof named.name === 'string') {
    return named.name;
  }
  return textsOf(subject as Where).join(', ');
}
