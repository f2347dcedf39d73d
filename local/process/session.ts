import { constants } from 'node:os';
import { Blocked } from '../bootstrap/blocked.mjs';
import { openRunFolder, type RunFolder } from './run-folder.ts';
import { createSupervisor, type Supervisor } from './supervisor.ts';

/** What a command works with. */
export interface Session {
  readonly supervisor: Supervisor;
  readonly run: RunFolder;
  /** Say that all is up and wait for Ctrl-C, which from now on is the ordinary end (exit code 0). Never returns. */
  stayUp(): Promise<never>;
}

/**
 * Run a command: `work` returns its exit code, or an earlier end does (Ctrl-C, a program of ours that died).
 * Whatever the end, all programs are stopped and the run's data is removed before this returns. `work` may still be
 * on its way then, though it can start nothing: leave by `process.exit`.
 */
export async function inSession(kind: string, work: (session: Session) => Promise<number>): Promise<number> {
  const run = openRunFolder(kind);
  const supervisor = createSupervisor();
  let isUp = false;
  const stayUp = () => {
    isUp = true;
    return new Promise<never>(() => undefined);
  };
  const stopped = untilAskedToStop().then((code) => {
    console.log('\nStopping everything …');
    return isUp ? 0 : code;
  });
  try {
    return await Promise.race([work({ supervisor, run, stayUp }), supervisor.failed, stopped]);
  } catch (failure) {
    // What the reader can mend is one sentence; anything else is a fault of ours and shows where.
    console.error(failure instanceof Blocked ? `\n${failure.message}\n` : failure);
    return 1;
  } finally {
    await supervisor.stopAll();
    run.close();
  }
}

/** Fulfils on Ctrl-C and the like with the exit code that tells of it. */
function untilAskedToStop(): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve(128 + constants.signals[signal]));
    }
    // The process that started us was killed without a word.
    process.on('disconnect', () => resolve(128 + constants.signals.SIGHUP));
    process.channel?.unref();
  });
}
