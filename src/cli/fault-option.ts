import { UserError } from '../model/user-error.ts';
import type { Fault, FaultClass } from '../sandbox/fault.ts';

const classes: Readonly<Record<FaultClass, true>> = {
  throttle: true,
  'server-error': true,
  'connection-cut': true,
  'truncated-body': true,
  'access-denied': true,
  gone: true,
  'expired-token': true,
  'repeated-token': true,
};

const members = ['operation', 'resource', 'region', 'nth', 'layer'];

/**
 * A fault as written on the command line: its class, then what it is limited to, e.g.
 * `throttle,operation=sagemaker:ListModels,nth=1`.
 */
export function parseFault(text: string): Fault {
  const [name = '', ...limits] = text.split(',');
  if (!Object.hasOwn(classes, name)) {
    throw new UserError(
      `--fault ${text}: "${name}" is not one of ${Object.keys(classes).join(', ')}`,
    );
  }
  const pairs = limits.map((limit) => {
    const [key = '', value = ''] = limit.split(/=(.*)/s);
    if (!members.includes(key) || value === '') {
      throw new UserError(`--fault ${text}: "${limit}" is not one of ${members.join('=…, ')}=…`);
    }
    return [key, key === 'nth' ? value.split('+').map(Number) : value];
  });
  // The class is known and the members are; the sandbox refuses operations that it does not serve.
  return { class: name, ...Object.fromEntries(pairs) } as Fault;
}
