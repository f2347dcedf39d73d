import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { environmentOf } from '#local/process/environment.ts';
import type { Program } from '#local/process/program.ts';
import { signalGroup } from '#local/process/signal-group.ts';
import { createSupervisor } from '#local/process/supervisor.ts';

const folder = mkdtempSync(join(tmpdir(), 'supervisor-'));
afterAll(() => rmSync(folder, { recursive: true }));

const program = (name: string, script: string): Program => ({
  name,
  command: 'sh',
  args: ['-c', script],
  env: environmentOf({}),
  log: join(folder, `${name}.log`),
});

async function untilGone(pid: number): Promise<boolean> {
  for (let i = 0; i < 100 && signalGroup(pid, 0); i++) await sleep(50);
  return !signalGroup(pid, 0);
}

describe('supervisor', () => {
  test('[G2] a program that ends by itself is named, with how it ended and its log', async () => {
    const supervisor = createSupervisor();
    const child = supervisor.start(program('the clock', 'sleep 60'));
    process.kill(child.pid, 'SIGKILL');
    await expect(supervisor.failed).rejects.toThrow(/^The clock was killed by SIGKILL, .*the clock\.log$/);
    await supervisor.stopAll();
  });

  test('[G2] a program that is stopped on purpose fails nothing, and takes along what it started', async () => {
    const supervisor = createSupervisor();
    const child = supervisor.start(program('family', 'sleep 60 & sleep 60'));
    await child.stop();
    expect(await untilGone(child.pid)).toBe(true);
    expect(await Promise.race([supervisor.failed.catch(() => 'failed'), sleep(50, 'quiet')])).toBe('quiet');
    await supervisor.stopAll();
  });

  test('[G2] what a killed program had started is ended too', async () => {
    const supervisor = createSupervisor();
    const child = supervisor.start(program('parent', 'sleep 60 & sleep 60'));
    await sleep(100);
    process.kill(child.pid, 'SIGKILL');
    await child.ended;
    expect(await untilGone(child.pid)).toBe(true);
    await supervisor.stopAll();
  });

  test('[G2] a command that fails says so with its last lines, whichever output they went to', async () => {
    const supervisor = createSupervisor();
    const lines: string[] = [];
    const running = supervisor.run(program('the step', 'echo one; echo two >&2; exit 3'), (line) =>
      lines.push(line),
    );
    await expect(running).rejects.toThrow(/(one\ntwo|two\none)\n\nThe step ended with code 3/);
    expect(lines.toSorted()).toEqual(['one', 'two']);
    await supervisor.stopAll();
  });

  test('[G2] a command that never ends is stopped when its time is over, with all it started', async () => {
    const supervisor = createSupervisor();
    const endless = { ...program('the endless step', 'sleep 60 & sleep 60'), withinSeconds: 1 };
    await expect(supervisor.run(endless)).rejects.toThrow(
      /The endless step was not through after 1 s and was stopped/,
    );
    await supervisor.stopAll();
  });

  test('[G2] nothing can be started once everything is being stopped', async () => {
    const supervisor = createSupervisor();
    await supervisor.stopAll();
    expect(() => supervisor.start(program('latecomer', 'sleep 60'))).toThrow(/is not started any more/);
    await expect(supervisor.run(program('latecomer', 'true'))).rejects.toThrow(/is not started any more/);
  });

  test('[G2] a program that cannot be started is a sentence, not a crash', async () => {
    const supervisor = createSupervisor();
    const missing = { ...program('the missing one', ''), command: join(folder, 'nowhere') };
    await expect(supervisor.run(missing)).rejects.toThrow(/The missing one could not be started/);
    await supervisor.stopAll();
  });

  test('[G2] when the supervising process is killed without a word, its programs are ended', async () => {
    const script = `
      import { createSupervisor } from '#local/process/supervisor.ts';
      const child = createSupervisor().start(${JSON.stringify(program('orphan', 'sleep 60 & sleep 60'))});
      console.log(child.pid);
      setInterval(() => undefined, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module-typescript', '-e', script]);
    const [line] = await once(createInterface({ input: parent.stdout }), 'line');
    const orphan = Number(line);
    expect(signalGroup(orphan, 0)).toBe(true);
    await sleep(500); // the guardian must have come up to have heard of it
    parent.kill('SIGKILL');
    expect(await untilGone(orphan)).toBe(true);
  });
});
