import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT } from '#local/bootstrap/places.mjs';

const BOOTSTRAP = join(ROOT, 'local', 'bootstrap.mjs');
const folder = mkdtempSync(join(tmpdir(), 'local-start-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A PATH that has the given programs and nothing else; a program is a link to the real one or a script. */
function pathWith(name: string, programs: Readonly<Record<string, string>>): string {
  const path = mkdtempSync(join(folder, name));
  for (const [program, target] of Object.entries(programs)) {
    if (target.startsWith('#!')) writeFileSync(join(path, program), target, { mode: 0o755 });
    else symlinkSync(target, join(path, program));
  }
  return path;
}

function bootstrapWith(path: string) {
  const env = { ...process.env, PATH: path, CROSSDOCK_PYTHON: '' };
  return spawnSync(process.execPath, [BOOTSTRAP, 'start'], { env, encoding: 'utf8' });
}

const npm = '#!/bin/sh\necho 11.0.0\n';
/** A Python that answers the question after its version and its venv as told. */
const python = (answer: string) => `#!/bin/sh\necho ${answer}\n`;

describe('a machine that lacks something', () => {
  test.each([
    ['no Python', {}, /^\s*Python is not on the PATH: install Python 3\.10 or newer/],
    [
      'an old Python',
      { python3: python('3 9 1') },
      /^\s*Python 3\.9 is too old: install Python 3\.10 or newer/,
    ],
    [
      'a Python without venv, as Debian ships it',
      { python3: python('3 11 0') },
      /^\s*Python 3\.11 is here but cannot make virtual environments: .*apt install python3\.11-venv/,
    ],
  ])('[G2] %s is one sentence that says what to do, and exit code 1', (name, programs, sentence) => {
    const { status, stderr, stdout } = bootstrapWith(pathWith(name, { npm, ...programs }));
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });
});

interface Start {
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly code: Promise<number | null>;
}

/** `npm start` as a terminal starts it: in a process group of its own, on any free ports. */
function start(...options: string[]): Start {
  const child = spawn(
    process.execPath,
    [BOOTSTRAP, 'start', '--cloud-port', '0', '--erp-port', '0', ...options],
    {
      cwd: ROOT,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const code = once(child, 'exit').then(([status]) => status);
  return { process: child, output: () => output, code };
}

interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** All processes of the machine that are not merely waiting to be taken notice of. */
function processes(): Running[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null && !match[3]?.startsWith('Z'))
    .map((match) => ({ pid: Number(match?.[1]), parent: Number(match?.[2]), command: match?.[4] ?? '' }));
}

function descendants(of: number, all = processes()): Running[] {
  const children = all.filter(({ parent }) => parent === of);
  return children.flatMap((child) => [child, ...descendants(child.pid, all)]);
}

/** Wait for MiniStack among what a start has started; fails, with what it said, when it ends before. */
async function untilCloudRuns(begun: Start): Promise<Running> {
  const { pid } = begun.process;
  while (begun.process.exitCode === null) {
    const cloud = descendants(pid ?? 0).find(({ command }) => command.includes('-m ministack'));
    if (cloud) return cloud;
    await sleep(100);
  }
  throw new Error(`It ended before MiniStack ran:\n${begun.output()}`);
}

async function survivorsOf(before: readonly Running[]): Promise<string[]> {
  const pids = new Set(before.map(({ pid }) => pid));
  const alive = () => processes().filter(({ pid }) => pids.has(pid));
  for (let i = 0; i < 50 && alive().length > 0; i++) await sleep(100);
  return alive().map(({ command }) => command);
}

describe('npm start', () => {
  test('[G2] a port in use ends it at once with a sentence', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const begun = start('--cloud-port', port);
    expect(await begun.code).toBe(1);
    expect(begun.output()).toContain(`Port ${port} is in use, and the embedded AWS (MiniStack) wants it`);
    server.close();
  });

  test('[G2] a killed child ends it with a sentence that names the child and its log, and nothing is left', async () => {
    const begun = start();
    const cloud = await untilCloudRuns(begun);
    const family = descendants(begun.process.pid ?? 0);
    process.kill(cloud.pid, 'SIGKILL');
    expect(await begun.code).toBe(1);
    const log = /The embedded AWS \(MiniStack\) was killed by SIGKILL, .*: (\S+ministack\.log)/.exec(
      begun.output(),
    )?.[1];
    expect(existsSync(join(ROOT, log ?? 'no log named'))).toBe(true);
    expect(await survivorsOf(family)).toEqual([]);
  });

  test('[G2] Ctrl-C ends it and leaves no process behind', async () => {
    const begun = start();
    await untilCloudRuns(begun);
    const family = descendants(begun.process.pid ?? 0);
    expect(family.map(({ command }) => command).join('\n')).toMatch(/postgres[\s\S]*trytond/);
    process.kill(-(begun.process.pid ?? 0), 'SIGINT');
    expect(await begun.code).toBe(130);
    expect(await survivorsOf(family)).toEqual([]);
  });

  test('[B1] [R6] [X2] with --once it ends well only when a forecast became orders in the ERP, none twice', async () => {
    const begun = start('--once', '--size', 'small');
    const code = await begun.code;
    expect(begun.output()).toMatch(
      /\n[1-9]\d* purchase orders are in the ERP, confirmed, each with our reference; 0 were/,
    );
    expect(begun.output()).toMatch(/ [1-9]\d* were put aside with the reason/);
    expect(begun.output()).toMatch(/Rule order-multiple|Rule unit-conversion/);
    expect(code).toBe(0);
  });
});
