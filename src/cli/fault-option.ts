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
    return [key, key === 'nth' ? callNumbers(value, text) : value];
  });
  // The class is known and the members are; the sandbox refuses operations that it does not serve.
  return { class: name, ...Object.fromEntries(pairs) } as Fault;
}

/** Which of the calls fail, from 1. */
function callNumbers(value: string, text: string): readonly number[] {
  return value.split('+').map((part) => {
    if (/^[1-9]\d{0,8}$/.test(part)) return Number(part);
    throw new UserError(
      `--fault ${text}: "${part}" is not the number of a call; write e.g. nth=1+3`,
    );
  });
}
