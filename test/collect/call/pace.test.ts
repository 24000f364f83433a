import { expect } from 'chai';
import { Pace } from '../../../src/collect/call/pace.ts';
import { virtualClock } from '../../support/virtual-clock.ts';

describe('Pace', () => {
  it('spaces requests evenly at the starting rate', async () => {
    const clock = virtualClock(0);
    const pace = new Pace({ start: 4, ceiling: 4 }, clock);
    const times: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      await pace.acquire();
      times.push(clock.now());
    }
    expect(times).to.deep.equal([0, 250, 500, 750, 1000]);
  });

  it('gets faster by about one request a second each second, up to the ceiling', () => {
    const pace = new Pace({ start: 2, ceiling: 5 }, virtualClock());
    pace.answered();
    pace.answered();
    expect(pace.rate).to.be.within(2.8, 3);
    for (let i = 0; i < 100; i += 1) pace.answered();
    expect(pace.rate).to.equal(5);
  });

  it('gets slower by 30 % and pauses when throttled, but never stands still', async () => {
    const clock = virtualClock(0);
    const pace = new Pace({ start: 10, ceiling: 10 }, clock);
    pace.throttled();
    expect(pace.rate).to.equal(7);
    await pace.acquire();
    expect(clock.now()).to.be.closeTo(1000 / 7, 0.001);
    for (let i = 0; i < 100; i += 1) pace.throttled();
    expect(pace.rate).to.equal(1.25);
  });
});
