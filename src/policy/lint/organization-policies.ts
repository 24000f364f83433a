import { isRcpSupported } from '../../facts/rcp-services.ts';
import { isJsonObject } from '../../model/json.ts';
import { eachStatement, error, named, warning, type Check } from './finding.ts';

/** What AWS Organizations asks of its policies beyond what IAM does. */
export const organizationPolicies: Check = (linted) => {
  if (linted.kind !== 'scp' && linted.kind !== 'rcp') return [];
  return [...needsVersion(linted), ...(linted.kind === 'rcp' ? resourceControl(linted) : [])];
};

/** AWS Organizations User Guide, SCP syntax and RCP syntax: Version element. */
const needsVersion: Check = ({ document, policy }) => {
  if (policy.version === '2012-10-17' || !isJsonObject(document)) return [];
  const place = document['Version'] === undefined ? '' : '/Version';
  return [error('version', place, 'AWS Organizations wants "Version": "2012-10-17"; write it')];
};

const resourceControl: Check = eachStatement((statement, { at }) => {
  const { action } = statement;
  if (action.not) {
    const message = 'a resource control policy has no NotAction; list the actions it denies';
    return [error('rcp-not-action', at(statement, 'NotAction'), message)];
  }
  const out = action.values.filter((value) => {
    const [service = ''] = value.toLowerCase().split(':');
    return value.includes(':') && !/[*?]/.test(service) && !isRcpSupported(service);
  });
  if (out.length === 0) return [];
  const message = `${named(out)}: resource control policies do not apply to this service, so nothing is denied; take it out`;
  return [warning('rcp-service', at(statement, 'Action'), message)];
});
