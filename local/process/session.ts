import { constants } from 'node:os';
import { Blocked } from '../bootstrap/blocked.mjs';
import { openRunFolder, type RunFolder } from './run-folder.ts';
import { createSupervisor, type Supervisor } from './supervisor.ts';

/** What a command works with. */
export interface Session {
  readonly supervisor: Supervisor;
  readonly run: RunFolder;
  /** Fulfils when the user wants it to end (Ctrl-C, a terminated terminal), with the exit code that tells. */
  readonly stopped: Promise<number>;
}

/**
 * Run a command: `work` returns its exit code, or an earlier end does (Ctrl-C, a program of ours that died).
 * Whatever the end, all programs are stopped and the run's data is removed before this returns.
 */
export async function inSession(kind: string, work: (session: Session) => Promise<number>): Promise<number> {
  const run = openRunFolder(kind);
  const supervisor = createSupervisor();
  const stopped = untilAskedToStop();
  try {
    return await Promise.race([work({ supervisor, run, stopped }), supervisor.failed, stopped]);
  } catch (failure) {
    // What the reader can mend is one sentence; anything else is a fault of ours and shows where.
    console.error(failure instanceof Blocked ? `\n${failure.message}\n` : failure);
    return 1;
  } finally {
    await supervisor.stopAll();
    run.close();
  }
}

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
