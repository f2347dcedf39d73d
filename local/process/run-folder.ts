import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LOCAL } from '../bootstrap/places.mjs';

const LOGS_KEPT = 10;
const RUN_NAME = /^[a-z]+-(\d+)$/;

/** The place of one run, so that two at a time (a test run beside `npm start`) share nothing that changes. */
export interface RunFolder {
  /** `<kind>-<process id>` */
  readonly name: string;
  /** Where its data is; gone when the run is over. */
  readonly data: string;
  /** Where its logs are; those of the last runs stay. */
  readonly logs: string;
  /** A folder of this run that must lie elsewhere: it goes when the others go. */
  adopt(folder: string): void;
  close(): void;
}

/** Open the folder of this run, and sweep away what runs left behind that died without a word. */
export function openRunFolder(kind: string): RunFolder {
  const runs = join(LOCAL, 'runs');
  sweepRuns(runs);
  const name = `${kind}-${process.pid}`;
  const data = join(runs, name);
  const logs = join(LOCAL, 'logs', name);
  for (const folder of [data, logs]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  sweepLogs();
  const folders = [data];
  return {
    name,
    data,
    logs,
    adopt: (folder) => folders.push(folder),
    close: () => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Remove the folders of runs (`<kind>-<process id>`) whose process is no more. */
export function sweepRuns(parent: string): void {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    const pid = RUN_NAME.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function sweepLogs(): void {
  const parent = join(LOCAL, 'logs');
  const ended = readdirSync(parent)
    .filter((name) => RUN_NAME.test(name) && !isAlive(Number(RUN_NAME.exec(name)?.[1])))
    .map((name) => ({ name, at: statSync(join(parent, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { name } of ended.slice(LOGS_KEPT)) rmSync(join(parent, name), { recursive: true, force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
