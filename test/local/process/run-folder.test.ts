import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sweepRuns } from '#local/process/run-folder.ts';

test('[G2] a half-made template or run is swept once its process is gone, never before, and nothing else is', () => {
  const parent = mkdtempSync(join(tmpdir(), 'runs-'));
  const dead = spawnSync('true').pid;
  const names = [`making-${dead}`, `start-${dead}`, `start-${process.pid}`, 'erp-0123456789abcdef'];
  for (const name of names) mkdirSync(join(parent, name));
  sweepRuns(parent);
  expect(names.filter((name) => existsSync(join(parent, name)))).toEqual([
    `start-${process.pid}`,
    'erp-0123456789abcdef',
  ]);
  rmSync(parent, { recursive: true });
});
