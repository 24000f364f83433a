import { testRows } from '../../support/condition-case.ts';

describe('IP address operators', () => {
  testRows([
    ['IpAddress', ['203.0.113.5'], ['203.0.113.5'], 'yes'],
    ['IpAddress', ['203.0.113.5'], ['203.0.113.6'], 'no'],
    ['IpAddress', ['203.0.113.0/24'], ['203.0.113.255'], 'yes'],
    ['IpAddress', ['203.0.113.0/24'], ['203.0.114.0'], 'no'],
    ['IpAddress', ['203.0.113.77/24'], ['203.0.113.1'], 'yes'],
    ['IpAddress', ['255.255.255.254/31'], ['255.255.255.255'], 'yes'],
    ['IpAddress', ['0.0.0.0/0'], ['198.51.100.1'], 'yes'],
    ['IpAddress', ['0.0.0.0/0'], ['2001:db8::1'], 'no'],
    ['IpAddress', ['::/0'], ['198.51.100.1'], 'no'],
    ['IpAddress', ['10.0.0.0/8', '203.0.113.0/24'], ['203.0.113.9'], 'yes'],
    ['IpAddress', ['2001:DB8:1234:5678::/64'], ['2001:db8:1234:5678:0:ffff:0:1'], 'yes'],
    ['IpAddress', ['2001:db8:1234:5678::/64'], ['2001:db8:1234:5679::1'], 'no'],
    ['IpAddress', ['2001:db8::1'], ['2001:0db8:0:0:0:0:0:1'], 'yes'],
    ['IpAddress', ['2001:db8::1'], ['2001:db8::2'], 'no'],
    ['IpAddress', ['::1'], ['::1'], 'yes'],
    ['IpAddress', ['192.0.2.0/24'], ['::ffff:192.0.2.7'], 'yes'],
    ['IpAddress', ['::ffff:192.0.2.0/120'], ['192.0.2.7'], 'yes'],
    ['IpAddress', ['::ffff:c000:0200/120'], ['192.0.3.7'], 'no'],
    ['IpAddress', ['203.0.113.0/24'], undefined, 'no'],
    ['NotIpAddress', ['203.0.113.0/24'], undefined, 'yes'],
    ['NotIpAddress', ['203.0.113.0/24'], ['203.0.113.1'], 'no'],
    ['NotIpAddress', ['203.0.113.0/24', '10.0.0.0/8'], ['192.0.2.1'], 'yes'],
    ['NotIpAddress', ['203.0.113.0/24', '10.0.0.0/8'], ['10.9.9.9'], 'no'],
    ['NotIpAddress', ['203.0.113.0/24'], ['2001:db8::1'], 'yes'],
  ]);
});

describe('IP address operators on what is no address', () => {
  testRows([
    ['IpAddress', ['0.0.0.0/0'], ['lambda.amazonaws.com'], 'no'],
    ['IpAddress', ['0.0.0.0/0'], ['1.2.3'], 'no'],
    ['IpAddress', ['0.0.0.0/0'], ['1.2.3.256'], 'no'],
    ['IpAddress', ['0.0.0.0/0'], ['10.0.0.0/8'], 'no'],
    ['IpAddress', ['::/0'], ['1::2::3'], 'no'],
    ['IpAddress', ['::/0'], ['1:2:3:4:5:6:7'], 'no'],
    ['IpAddress', ['::/0'], ['1:2:3:4:5:6:7:8:9'], 'no'],
    ['IpAddress', ['::/0'], ['::12345'], 'no'],
    ['IpAddress', ['::/0'], [':::'], 'no'],
    ['IpAddress', ['::/0'], ['::1.2.3'], 'no'],
    ['NotIpAddress', ['0.0.0.0/0'], ['lambda.amazonaws.com'], 'yes'],
    ['IpAddress', ['203.0.113.0/33'], ['203.0.113.1'], 'maybe'],
    ['IpAddress', ['2001:db8::/129'], ['203.0.113.1'], 'maybe'],
    ['IpAddress', ['203.0.113.*'], ['203.0.113.1'], 'maybe'],
    ['NotIpAddress', ['203.0.113.*'], ['203.0.113.1'], 'maybe'],
    ['IpAddress', ['203.0.113.010'], ['203.0.113.10'], 'maybe'],
    ['IpAddress', ['${aws:Other}'], ['203.0.113.10'], 'maybe'],
    ['IpAddress', ['x', '203.0.113.10'], ['203.0.113.10'], 'yes'],
  ]);
});
