import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { MODULES, PINNED_NODE, ROOT } from './places.mjs';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Run `local/<command>.ts` under the pinned Node, with it and the packages' programs first on the PATH.
 * The channel between the two lets the other side notice when this process is killed without a word.
 * @returns its exit code, or 128 + the signal that ended it
 */
export function runPinned(command, options) {
  const path = [dirname(PINNED_NODE), join(MODULES, '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(PINNED_NODE, [join(ROOT, 'local', `${command}.ts`), ...options], {
    cwd: ROOT,
    env: { ...process.env, PATH: path },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // The terminal sends Ctrl-C to both of us; others (an init, a supervisor) only to this one. Either way the child decides.
  for (const signal of FORWARDED) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
