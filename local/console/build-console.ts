import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { LOCAL, MODULES, ROOT } from '../bootstrap/places.mjs';
import { environmentOf } from '../process/environment.ts';
import type { Session } from '../process/session.ts';

const KEPT = 3;
/** Everything that a build of the console depends on. */
const SOURCES = ['console/**/*', 'contracts/client.ts', 'package-lock.json'];

/** Build the console, unless these sources have been built before; answers the folder it is in. */
export async function buildConsole({
  supervisor,
  run,
}: Pick<Session, 'supervisor' | 'run'>): Promise<string> {
  const builds = join(LOCAL, 'console');
  const folder = join(builds, fingerprint());
  if (existsSync(folder)) return folder;
  mkdirSync(builds, { recursive: true });
  // Two commands may build at once: each does so for itself, and the folder is there when it is complete.
  const own = `${folder}-${process.pid}`;
  await supervisor.run({
    name: 'the building of the console',
    command: process.execPath,
    args: [join(MODULES, 'vite', 'bin', 'vite.js'), 'build', 'console', '--outDir', own, '--emptyOutDir'],
    env: environmentOf({ NODE_ENV: 'production' }),
    log: join(run.logs, 'build-console.log'),
  });
  if (existsSync(folder)) rmSync(own, { recursive: true });
  else renameSync(own, folder);
  forgetOld(builds);
  return folder;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const files = globSync(SOURCES, { cwd: ROOT }).filter((path) => statSync(join(ROOT, path)).isFile());
  for (const path of files.sort()) hash.update(`${path}\0`).update(readFileSync(join(ROOT, path)));
  return hash.digest('hex').slice(0, 16);
}

function forgetOld(builds: string): void {
  const folders = readdirSync(builds)
    .map((name) => ({ path: join(builds, name), at: statSync(join(builds, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of folders.slice(KEPT)) rmSync(path, { recursive: true, force: true });
}
