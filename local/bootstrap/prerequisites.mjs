import { spawnSync } from 'node:child_process';
import { Blocked } from './blocked.mjs';

const NODE_AT_LEAST = 20;
const PYTHON_AT_LEAST = [3, 10];
const PYTHON_NAMES = [
  'python3',
  'python3.14',
  'python3.13',
  'python3.12',
  'python3.11',
  'python3.10',
  'python',
];
const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/** Check Node, npm and the platform. */
export function checkMachine() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < NODE_AT_LEAST) {
    throw new Blocked(
      `Node ${process.versions.node} is too old: install Node ${NODE_AT_LEAST} or newer from https://nodejs.org and run this again.`,
    );
  }
  const platform = `${process.platform}-${process.arch}`;
  if (!PLATFORMS.includes(platform)) {
    throw new Blocked(
      `The local stack does not run on ${platform} (it does on ${PLATFORMS.join(', ')}): on Windows use WSL 2.`,
    );
  }
  if (!process.env.npm_execpath && spawnSync('npm', ['--version']).status !== 0) {
    throw new Blocked(
      'npm is not on the PATH: install it (it comes with Node from https://nodejs.org) and run this again.',
    );
  }
}

/** What one Python says of itself: `{ command, version: [major, minor], hasVenv }`, or nothing when it does not run. */
function ask(command) {
  const question =
    'import sys, importlib.util as u; print(sys.version_info[0], sys.version_info[1], int(bool(u.find_spec("venv") and u.find_spec("ensurepip"))))';
  const answer = spawnSync(command, ['-c', question], { encoding: 'utf8' });
  if (answer.status !== 0) return undefined;
  const [major, minor, hasVenv] = answer.stdout.trim().split(' ').map(Number);
  return { command, version: [major, minor], hasVenv: hasVenv === 1 };
}

function isRecent({ version: [major, minor] }) {
  return major > PYTHON_AT_LEAST[0] || (major === PYTHON_AT_LEAST[0] && minor >= PYTHON_AT_LEAST[1]);
}

/** The first Python on the PATH that is recent enough and can make virtual environments. */
export function findPython() {
  const names = process.env.CROSSDOCK_PYTHON ? [process.env.CROSSDOCK_PYTHON] : PYTHON_NAMES;
  const refused = [];
  for (const name of names) {
    const python = ask(name);
    if (python && isRecent(python) && python.hasVenv) return python;
    if (python) refused.push(python);
  }
  throw new Blocked(whyNoPython(refused));
}

function whyNoPython(refused) {
  const bare = refused.find(isRecent);
  if (bare) {
    const version = bare.version.join('.');
    return `Python ${version} is here but cannot make virtual environments: install what is missing (on Debian and Ubuntu "sudo apt install python${version}-venv") and run this again.`;
  }
  const found = refused[0]
    ? `Python ${refused[0].version.join('.')} is too old`
    : 'Python is not on the PATH';
  return `${found}: install Python ${PYTHON_AT_LEAST.join('.')} or newer (the embedded AWS and the ERP are written in it) and run this again.`;
}
