import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep } from './command.mjs';
import { ROOT, VENV } from './places.mjs';

const STAMP = join(VENV, 'crossdock-stamp');
const REQUIREMENTS = join(ROOT, 'local', 'requirements.txt');

/** Settings of the user's own Python or pip that would send packages elsewhere than into our environment. */
function withoutForeignPython(env) {
  const { PYTHONPATH, PYTHONHOME, PIP_USER, PIP_TARGET, PIP_PREFIX, PIP_REQUIRE_VIRTUALENV, ...rest } = env;
  return rest;
}

/**
 * A virtual environment in `.local/venv` with exactly what requirements.txt pins. The stamp is written last and
 * names both the pins and the Python, so a half-made environment, or one of another Python, is made anew.
 */
export async function installPython(python) {
  const wanted = createHash('sha256')
    .update(readFileSync(REQUIREMENTS))
    .update(python.version.join('.'))
    .digest('hex');
  const runs = existsSync(join(VENV, 'bin', 'python'));
  if (runs && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;

  rmSync(VENV, { recursive: true, force: true });
  const env = withoutForeignPython(process.env);
  const version = python.version.join('.');
  await runStep({
    saying: `Making a Python ${version} environment in .local/venv`,
    command: python.command,
    args: ['-m', 'venv', VENV],
    env,
    log: 'python-venv',
    advice: `on Debian and Ubuntu "sudo apt install python${version}-venv" usually mends it; run this again then`,
  });
  await runStep({
    saying: 'Installing the embedded AWS and the ERP into it (once, about half a minute)',
    command: join(VENV, 'bin', 'python'),
    args: ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '-r', REQUIREMENTS],
    env,
    log: 'python-packages',
    advice: 'check that this machine reaches the Python package index, then run this again',
  });
  writeFileSync(STAMP, wanted);
}
