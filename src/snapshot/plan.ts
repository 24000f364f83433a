import { join } from 'node:path';
import { canonicalJson } from '../model/canonical.ts';
import { snapshotSchema, type Manifest } from '../model/snapshot.ts';
import { UserError } from '../model/user-error.ts';
import { readIfThere } from './disk.ts';
import { journalDirectory, planName } from './layout.ts';
import { planMembers } from './manifest.ts';
import { isMap, members, oneOf } from './shape.ts';

/** What a capture is about: everything the manifest says but what is known at the end only. */
export type Plan = Omit<Manifest, 'schema' | 'finishedAt' | 'files' | 'root'>;

const planFile = members({ schema: oneOf([snapshotSchema]), ...planMembers });

export function planText(plan: Plan): string {
  return `${canonicalJson({ schema: snapshotSchema, ...plan })}\n`;
}

/**
 * The plan of the interrupted capture in `dir`, or undefined if there is none. Whoever resumes takes
 * `jobsSince` from here, unless the user named one.
 */
export function readPlan(dir: string): Plan | undefined {
  const path = join(journalDirectory(dir), planName);
  const bytes = readIfThere(path);
  if (bytes === undefined) return undefined;
  const value = parse(bytes);
  const problem = planFile(value);
  if (problem === null && isMap(value)) {
    const { schema: _, ...plan } = value;
    // The check above has established the members.
    return plan as unknown as Plan;
  }
  throw new UserError(
    `${path} cannot be read (it${problem ?? ' is not JSON'}). Remove ${dir} and capture anew.`,
  );
}

/** The first member in which two plans differ, e.g. `regions`. Run id and start always may. */
export function differingMember(one: Plan, other: Plan): keyof Plan | undefined {
  const names = Object.keys(planMembers) as (keyof Plan)[];
  return names.find(
    (name) => canonicalJson(compared(one, name)) !== canonicalJson(compared(other, name)),
  );
}

/**
 * The session name of an assumed role is not compared: the SDK makes it up from the time, so that
 * every run has another.
 */
function compared(plan: Plan, name: keyof Plan): unknown {
  if (name === 'runId' || name === 'startedAt') return null;
  if (name !== 'caller') return plan[name];
  return plan.caller.replace(/^(arn:[^:]*:sts::\d*:assumed-role\/.*)\/[^/]*$/, '$1');
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
