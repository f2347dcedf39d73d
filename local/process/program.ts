import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { ROOT } from '../bootstrap/places.mjs';

/** A program to run: always in a process group of its own, with exactly this environment, its output in a log. */
export interface Program {
  /** What a reader calls it, such as `the embedded AWS (MiniStack)`. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Path of its log; written anew. */
  readonly log: string;
  /** Whom it runs as, when not as ourselves. */
  readonly account?: { readonly uid: number; readonly gid: number } | undefined;
  /** The signal by which it ends in order; SIGTERM unless told. */
  readonly stopSignal?: NodeJS.Signals;
  /** How long it may take when it is run to its end; as long as it likes when left out. */
  readonly withinSeconds?: number;
}

/** Start a program. Its output goes to its log, or to us when `output` is `pipe`. */
export function launch(program: Program, output: 'log' | 'pipe'): ChildProcess {
  mkdirSync(dirname(program.log), { recursive: true });
  const log = openSync(program.log, 'w');
  const child = spawn(program.command, [...program.args], {
    detached: true,
    cwd: program.cwd ?? ROOT,
    env: { ...program.env },
    stdio: output === 'log' ? ['ignore', log, log] : ['ignore', 'pipe', 'pipe'],
    ...(program.account ?? {}),
  });
  closeSync(log);
  return child;
}

/** How a program came to its end, in words: `ended with code 1`, `was killed by SIGKILL`. */
export function howItEnded(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`could not be started (${error.message})`));
    child.once('exit', (code, signal) =>
      resolve(signal ? `was killed by ${signal}` : `ended with code ${code}`),
    );
  });
}
