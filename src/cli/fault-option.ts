import { UserError } from '../model/user-error.ts';
import { denialLayers } from '../model/observed.ts';
import { faultClasses, type Fault } from '../sandbox/fault.ts';

const members = ['operation', 'resource', 'region', 'nth', 'layer'];

/**
 * A fault as written on the command line: its class, then what it is limited to, e.g.
 * `throttle,operation=sagemaker:ListModels,nth=1`.
 */
export function parseFault(text: string): Fault {
  const [name = '', ...limits] = text.split(',');
  refuseUnless(faultClasses, name, text);
  const pairs = limits.map((limit) => {
    const [key = '', value = ''] = limit.split(/=(.*)/s);
    if (!members.includes(key) || value === '') {
      throw new UserError(`--fault ${text}: "${limit}" is not one of ${members.join('=…, ')}=…`);
    }
    if (key === 'layer') refuseUnless(denialLayers, value, text);
    return [key, key === 'nth' ? callNumbers(value, text) : value];
  });
  // The class is known and the members are; the sandbox refuses operations that it does not serve.
  return { class: name, ...Object.fromEntries(pairs) } as Fault;
}

function refuseUnless(known: readonly string[], value: string, text: string): void {
  if (known.includes(value)) return;
  throw new UserError(`--fault ${text}: "${value}" is not one of ${known.join(', ')}`);
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
