import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { LOCAL } from './bootstrap/places.mjs';
import { type RunFolder, sweepRuns } from './process/run-folder.ts';
import { environmentOfStack, type RunningStack } from './raise-stack.ts';

const FILE = 'stack.json';
const announcementSchema = z.record(z.string(), z.string());

/** Let other programs on this machine find this run's stack, for as long as the run lasts. */
export function announceStack(run: RunFolder, stack: RunningStack): void {
  writeFileSync(join(run.data, FILE), JSON.stringify(environmentOfStack(stack), null, 2), { mode: 0o600 });
}

/** The environment variables by which to reach the stack that `npm start` runs, if one runs. */
export function findRunningStack(): Record<string, string> | undefined {
  const runs = join(LOCAL, 'runs');
  sweepRuns(runs);
  const announced = readdirSync(runs)
    .filter((name) => name.startsWith('start-'))
    .map((name) => join(runs, name, FILE))
    .find((file) => existsSync(file));
  if (announced === undefined) return undefined;
  return announcementSchema.parse(JSON.parse(readFileSync(announced, 'utf8')));
}
