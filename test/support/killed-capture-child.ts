import { captureOrResume, dieAt } from './killed-capture.ts';

// A process of its own: `node --import tsx killed-capture-child.ts DIR STEP` kills itself for real.
const [dir = '', step = ''] = process.argv.slice(2);
dieAt(Number(step), () => {
  process.kill(process.pid, 'SIGKILL');
  for (;;);
});
await captureOrResume(dir);
