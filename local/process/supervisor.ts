import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { Blocked } from '../bootstrap/blocked.mjs';
import { ROOT } from '../bootstrap/places.mjs';
import { tellingLines } from '../bootstrap/telling-lines.mjs';
import { howItEnded, launch, type Program } from './program.ts';
import { signalGroup } from './signal-group.ts';

const PATIENCE_MS = 10_000;
const WELL = 'ended with code 0';

/** A running program. */
export interface Child {
  readonly name: string;
  readonly pid: number;
  readonly log: string;
  /** How it ended, in words. */
  readonly ended: Promise<string>;
  /** End it and all it started; returns when it is gone. */
  stop(): Promise<void>;
}

/** Starts programs and sees to it that none outlives us, however we end. */
export interface Supervisor {
  /** Start a program that is meant to last until it is stopped. */
  start(program: Program): Child;
  /** Run a program to its end; each line of its output is passed on. Throws, with the lines that tell, when it fails. */
  run(program: Program, onLine?: (line: string) => void): Promise<void>;
  /** Rejects with a sentence when a program that was meant to last ends by itself. */
  readonly failed: Promise<never>;
  /** Stop all; from then on nothing can be started. */
  stopAll(): Promise<void>;
}

/** A supervisor with a guardian beside it, which ends the programs if this process dies without a word. */
export function createSupervisor(): Supervisor {
  const guardian = startGuardian();
  const running = new Set<Child>();
  const { promise: failed, reject: fail } = Promise.withResolvers<never>();
  failed.catch(() => undefined); // whoever races against it hears of it; nobody need to

  let isOver = false;
  const launchUnlessOver = (program: Program, output: 'log' | 'pipe') => {
    if (isOver) throw new Error(`${program.name} is not started any more: everything is being stopped.`);
    return launch(program, output);
  };

  function watch(program: Program, child: ChildProcess, onSurprise: (how: string) => void): Child {
    const pid = child.pid ?? 0;
    if (pid > 0) guardian.stdin?.write(`watch ${pid} ${program.stopSignal ?? 'SIGTERM'}\n`);
    let wanted = false;
    const ended = howItEnded(child).then((how) => {
      if (pid > 0) signalGroup(pid, 'SIGKILL'); // what it may have left behind
      guardian.stdin?.write(`release ${pid}\n`);
      running.delete(watched);
      if (!wanted) onSurprise(how);
      return how;
    });
    const stop = async () => {
      wanted = true;
      if (!running.has(watched)) return;
      signalGroup(pid, program.stopSignal ?? 'SIGTERM');
      const force = setTimeout(() => signalGroup(pid, 'SIGKILL'), PATIENCE_MS);
      await ended;
      clearTimeout(force);
    };
    const watched: Child = { name: program.name, pid, log: program.log, ended, stop };
    running.add(watched);
    return watched;
  }

  return {
    failed,
    start(program) {
      return watch(program, launchUnlessOver(program, 'log'), (how) =>
        fail(
          new Blocked(
            `${capitalised(program.name)} ${how}, and nothing works without it; its log: ${shown(program.log)}`,
          ),
        ),
      );
    },
    async run(program, onLine = () => undefined) {
      const child = launchUnlessOver(program, 'pipe');
      const watched = watch(program, child, () => undefined);
      const lines = passOnLines(child, program.log, onLine);
      const how = await endedInTime(watched, program.withinSeconds);
      await lines;
      if (how === WELL) return;
      throw new Blocked(
        `${tellingLines(program.log)}\n\n${capitalised(program.name)} ${how}; its whole log: ${shown(program.log)}`,
      );
    },
    async stopAll() {
      isOver = true;
      await Promise.all([...running].map((child) => child.stop()));
      guardian.stdin?.end();
    },
  };
}

/** How a program ended; one that takes longer than it may is killed, with all it started. */
async function endedInTime({ pid, ended }: Child, seconds: number | undefined): Promise<string> {
  if (seconds === undefined) return ended;
  let isLate = false;
  const limit = setTimeout(() => {
    isLate = true;
    signalGroup(pid, 'SIGKILL');
  }, seconds * 1000);
  const how = await ended;
  clearTimeout(limit);
  return isLate ? `was not through after ${seconds} s and was stopped` : how;
}

/** Hand on, and log, each line of both outputs until they are closed. */
async function passOnLines(child: ChildProcess, log: string, onLine: (line: string) => void): Promise<void> {
  const outputs = [child.stdout, child.stderr].filter((output) => output !== null);
  await Promise.all(
    outputs.map(async (input) => {
      for await (const line of createInterface({ input })) {
        appendFileSync(log, `${line}\n`);
        onLine(line);
      }
    }),
  );
}

function startGuardian(): ChildProcess {
  const guardian = spawn(process.execPath, [join(import.meta.dirname, 'guardian.ts')], {
    detached: true,
    cwd: ROOT,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guardian.stdin?.on('error', () => undefined);
  guardian.unref();
  return guardian;
}

function shown(path: string): string {
  return relative(process.cwd(), path);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
