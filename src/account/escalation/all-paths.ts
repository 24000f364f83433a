import { attachNotebookScript } from './path/attach-notebook-script.ts';
import { attachStudioScript } from './path/attach-studio-script.ts';
import { changeNotebookRole } from './path/change-notebook-role.ts';
import { changeStudioRole } from './path/change-studio-role.ts';
import { enterSpace } from './path/enter-space.ts';
import { newNotebook } from './path/new-notebook.ts';
import { openNotebook } from './path/open-notebook.ts';
import { openStudio } from './path/open-studio.ts';
import { passRoleAndMove } from './path/pass-role-and-move.ts';
import { passRoleAndRun } from './path/pass-role-and-run.ts';
import { passRoleElsewhere } from './path/pass-role-elsewhere.ts';
import { processingJob } from './path/processing-job.ts';
import { rewriteNotebookScript } from './path/rewrite-notebook-script.ts';
import { rewritePipeline, serveReplacedModel } from './path/run-by-old-role.ts';
import { rewriteTrust, takeCredentials } from './path/take-over.ts';
import { trainingJob } from './path/training-job.ts';
import { widenOwnPolicies } from './path/widen-own-policies.ts';
import { writeCode } from './path/write-code.ts';
import type { Path } from './path.ts';

/** Every way to act as somebody else but sts:AssumeRole, which is no escalation by itself. */
export const allPaths: readonly Path[] = [
  newNotebook,
  trainingJob,
  processingJob,
  openNotebook,
  attachNotebookScript,
  rewriteNotebookScript,
  changeNotebookRole,
  openStudio,
  attachStudioScript,
  changeStudioRole,
  ...passRoleAndRun,
  ...passRoleAndMove,
  writeCode,
  enterSpace,
  rewritePipeline,
  serveReplacedModel,
  ...widenOwnPolicies,
  rewriteTrust,
  ...takeCredentials,
  ...passRoleElsewhere,
];
