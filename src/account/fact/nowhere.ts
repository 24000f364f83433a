import type { ReachQuestion } from '../reach/reach-answer.ts';

/**
 * Addresses that no network has, in the lower and the upper half of IPv4 and in IPv6: a policy that
 * lets one of them in names no network, but half of the internet or all of it (RFC 1122, RFC 9637).
 */
const addresses = ['0.13.57.91', '247.13.57.91', '3fff:d57:91::7'];

const ofVpcs = [
  ...['aws:SourceVpc', 'aws:SourceVpcArn', 'aws:SourceVpce', 'aws:VpcSourceIp', 'aws:VpceAccount'],
  ...['aws:VpceOrgID', 'aws:VpceOrgPaths'],
];
const ofServices = ['aws:CalledVia', 'aws:CalledViaFirst', 'aws:CalledViaLast'];

/**
 * The question for requests from no network that anybody could have approved: the caller himself
 * makes them, over the internet, from an address that nobody has. If none is allowed, the requests
 * that are come through a VPC, from an address or through a service that some policy demands.
 */
export function fromNowhere(
  question: Pick<ReachQuestion, 'action' | 'resource'>,
): readonly ReachQuestion[] {
  return addresses.map((address) => ({
    ...question,
    context: { 'aws:SourceIp': address, 'aws:ViaAWSService': 'false' },
    without: [...ofVpcs, ...ofServices],
  }));
}
