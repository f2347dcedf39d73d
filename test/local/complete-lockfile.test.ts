import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '#local/bootstrap/places.mjs';

test('[G2] package-lock.json names the packages of every platform, or npm ci refuses it', () => {
  const check = [join(ROOT, 'local', 'complete-lockfile.ts'), '--check'];
  const { status, stderr } = spawnSync(process.execPath, check, { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
