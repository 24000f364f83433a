import { describe, it } from 'mocha';
import { account, anyone, expect, outsiders } from 'leastwise';

// A compliance test of one's own: mocha and chai, with the matchers of leastwise. `npm start` runs
// it on the demo account; copy it into a folder of yours and give that to --suites.

describe('The fraud models', () => {
  it('lie in a bucket that strangers cannot read @critical', () => {
    expect(account.bucket('acme-fraud-models')).to.not.be.public;
    expect(account.bucket('acme-fraud-models')).to.be.unreachable.by(anyone).for('s3:GetObject');
  });

  it('are encrypted with the key of the fraud team', () => {
    expect(account.bucket('acme-fraud-models')).to.be.encryptedWith('alias/fraud');
  });

  it('are not changed by the endpoint that runs them', () => {
    expect(account.role('fraud-endpoint'))
      .to.be.unable.to('s3:PutObject', 's3:DeleteObject')
      .on('s3://acme-fraud-models/*');
  });
});

describe('The training data of the fraud team', () => {
  it('is out of reach of everybody outside the account', () => {
    expect(account.bucket('acme-fraud-training-data'))
      .to.be.unreachable.by(outsiders)
      .for('s3:GetObject', 's3:PutObject');
  });

  it('is read by its training, and not written', () => {
    expect(account.role('fraud-training'))
      .to.only.be.able.to('s3:GetObject')
      .on('s3://acme-fraud-training-data/*');
  });
});

describe('The feature notebooks', () => {
  it('have no way to the internet of their own', () => {
    for (const notebook of account.all('sagemaker.notebook-instance')) {
      expect(notebook).to.not.have.directInternet;
    }
  });
});
