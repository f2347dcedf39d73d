/**
 * Virtual time and processes in it. Code under simulation runs as it is: its ports are wrapped, so that every call is
 * a point at which other processes run, time passes, the process may die, or an answer may get lost. One seed decides
 * everything, so every run can be repeated.
 */
import type { Clock } from '#core/kernel/clock.ts';
import type { Random } from './random.ts';

/** How badly things go at this moment; each is a probability per call. */
export interface Trouble {
  /** The process dies before or after the effect of the call. */
  readonly crash: number;
  /** The call has its effect and throws all the same. */
  readonly lostAnswer: number;
  /** The call takes up to `longestPauseMs` instead of some milliseconds. */
  readonly pause: number;
  /** The same for a call to another system. */
  readonly outsidePause: number;
  readonly longestPauseMs: number;
  /** A dead process's request may still arrive, so many milliseconds later at most. */
  readonly longestFlightMs: number;
}

export const noTrouble: Trouble = {
  crash: 0,
  lostAnswer: 0,
  pause: 0,
  outsidePause: 0,
  longestPauseMs: 0,
  longestFlightMs: 0,
};

export interface Process {
  /** The process's own clock: a little ahead of or behind the others. */
  readonly clock: Clock;
  sleep(milliseconds: number): Promise<void>;
  /**
   * The same port, seen from this process: all its methods must be asynchronous. `outside`: another system, to which
   * a request may be under way when the process dies.
   */
  port<T extends object>(port: T, where?: 'ours' | 'outside'): T;
}

export type Ending = 'done' | 'failed' | 'crashed';

export interface ProcessOptions {
  /** The platform stops it after so long. */
  readonly lifetimeMs: number;
  readonly skewMs: number;
  readonly ended: (how: Ending, error?: unknown) => void;
}

export interface Scheduler {
  readonly clock: Clock;
  nowMs(): number;
  /** Do something so many milliseconds from now. */
  after(milliseconds: number, run: () => void): void;
  spawn(main: (process: Process) => Promise<void>, options: ProcessOptions): void;
  /** Run what is planned until nothing is left, `isOver` says so, or the virtual time is `untilMs`. */
  run(untilMs: number, isOver?: () => boolean): Promise<void>;
}

interface Planned {
  readonly atMs: number;
  readonly order: number;
  readonly run: () => void;
}

export function scheduler(random: Random, startMs: number, trouble: () => Trouble): Scheduler {
  let nowMs = startMs;
  let planned: Planned[] = [];
  let order = 0;
  const clock: Clock = { now: () => new Date(nowMs).toISOString() };

  const after = (milliseconds: number, run: () => void): void => {
    const next = { atMs: nowMs + Math.max(0, milliseconds), order: order++, run };
    const place = planned.findLastIndex(({ atMs }) => atMs <= next.atMs);
    planned.splice(place + 1, 0, next);
  };

  const spawn: Scheduler['spawn'] = (main, { lifetimeMs, skewMs, ended }) => {
    let isAlive = true;
    const end = (how: Ending, error?: unknown): void => {
      if (!isAlive) return;
      isAlive = false;
      ended(how, error);
    };
    /** What a dead process waits for never comes. */
    const die = (): Promise<never> => {
      end('crashed');
      return new Promise(() => {});
    };
    const sleep = (milliseconds: number): Promise<void> =>
      new Promise((resolve) => after(milliseconds, () => isAlive && resolve()));
    const travel = (where: 'ours' | 'outside'): Promise<void> => {
      const { pause, outsidePause, longestPauseMs } = trouble();
      return sleep(
        random.chance(where === 'ours' ? pause : outsidePause)
          ? random.int(0, longestPauseMs)
          : random.int(1, 40),
      );
    };
    const call = async <T>(effect: () => Promise<T>, where: 'ours' | 'outside'): Promise<T> => {
      await travel(where);
      const { crash, lostAnswer, longestFlightMs } = trouble();
      if (random.chance(crash)) {
        if (random.chance(0.5)) after(where === 'outside' ? random.int(0, longestFlightMs) : 0, effect);
        return die();
      }
      const answer = await effect();
      await travel(where);
      if (random.chance(crash)) return die();
      if (where === 'ours' && random.chance(lostAnswer)) throw new Error('the answer was lost');
      return answer;
    };
    const process: Process = {
      clock: { now: () => new Date(nowMs + skewMs).toISOString() },
      sleep,
      port: (port, where = 'ours') => seenThrough(port, (effect) => call(effect, where)),
    };
    if (Number.isFinite(lifetimeMs)) after(lifetimeMs, () => void die());
    main(process).then(
      () => end('done'),
      (error: unknown) => end('failed', error),
    );
  };

  const run: Scheduler['run'] = async (untilMs, isOver = () => false) => {
    for (;;) {
      await allSettled();
      const [next] = planned;
      if (!next || next.atMs > untilMs || isOver()) return;
      planned = planned.slice(1);
      nowMs = next.atMs;
      next.run();
    }
  };
  return { clock, nowMs: () => nowMs, after, spawn, run };
}

/** Every process has come to its next call: no promise is left to be resolved but by a planned step. */
const allSettled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A port whose every method call goes through `call`; what is no method is passed on. */
const seenThrough = <T extends object>(
  port: T,
  call: (effect: () => Promise<unknown>) => Promise<unknown>,
): T =>
  new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...input: readonly unknown[]) => call(async () => Reflect.apply(member, target, input));
    },
  });
