/**
 * The first thing `npm start`, `npm run dev` and `npm test` run, on whatever Node the machine has.
 * 1. Check what cannot be installed from here: Node, npm, Python, the platform.
 * 2. Install what can: the npm packages and a Python environment in `.local/`.
 * 3. Become the pinned Node and run the command.
 * Plain JavaScript with `node:` imports only: on a fresh clone nothing else is there yet.
 */
import { Blocked } from './bootstrap/blocked.mjs';
import { installPackages } from './bootstrap/install-packages.mjs';
import { installPython } from './bootstrap/install-python.mjs';
import { withLock } from './bootstrap/lock.mjs';
import { checkMachine, findPython } from './bootstrap/prerequisites.mjs';
import { runPinned } from './bootstrap/run-pinned.mjs';

const COMMANDS = ['start', 'dev', 'test', 'install'];

async function main([command, ...options]) {
  if (!COMMANDS.includes(command)) throw new Blocked(`Say what to do: ${COMMANDS.join(', ')}.`);
  checkMachine();
  const python = findPython();
  await withLock('install', async () => {
    await installPackages();
    await installPython(python);
  });
  return command === 'install' ? 0 : runPinned(command, options);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (failure) {
  // What the reader can mend is one sentence; anything else is a fault of ours and shows where.
  console.error(failure instanceof Blocked ? `\n${failure.message}\n` : failure);
  process.exitCode = 1;
}
