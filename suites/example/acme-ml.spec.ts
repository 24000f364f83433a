import { describe, it } from 'mocha';
import { account, expect } from 'leastwise';

// A compliance test of one's own: mocha and chai, with the matchers of leastwise. `npm start` runs
// it on the demo account; copy it into a folder of yours and give that to --suites.

describe('The fraud models', () => {
  it('lie in a bucket that strangers cannot read @critical', () => {
    expect(account.bucket('acme-fraud-models')).to.not.be.public;
  });

  it('are encrypted with the key of the fraud team', () => {
    expect(account.bucket('acme-fraud-models')).to.be.encryptedWith('alias/fraud');
  });
});

describe('The feature notebooks', () => {
  it('have no way to the internet of their own', () => {
    for (const notebook of account.all('sagemaker.notebook-instance')) {
      expect(notebook).to.not.have.directInternet;
    }
  });
});
