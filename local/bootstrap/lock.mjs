import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOCAL } from './places.mjs';

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function holder(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** Do `work` while no other process on this machine does the same; a holder that died does not hold any more. */
export async function withLock(name, work) {
  mkdirSync(LOCAL, { recursive: true });
  const file = join(LOCAL, `${name}.lock`);
  let told = false;
  while (!take(file)) {
    const pid = holder(file);
    if (pid !== undefined && !isAlive(pid)) rmSync(file, { force: true });
    else {
      if (!told) console.log('Another start is installing; waiting for it …');
      told = true;
      await sleep(500);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
