import type { Random } from './random.ts';
import type { Process, Scheduler } from './scheduler.ts';

const MINUTE = 60_000;

export interface Persistence {
  readonly world: Scheduler;
  readonly random: Random;
}

/**
 * Run something as a workflow step or a queue does: again, a little later, until it ends well. `finished` is called
 * once, with what it answered then.
 */
export function persist<T>(
  { world, random }: Persistence,
  run: (own: Process) => Promise<T>,
  finished: (answer: T) => void = () => undefined,
): void {
  const attempt = (): void => {
    let answer: { readonly value: T } | undefined;
    world.spawn(
      async (own) => {
        answer = { value: await run(own) };
      },
      {
        lifetimeMs: 2 * MINUTE,
        skewMs: random.int(-2000, 2000),
        ended: (how) => {
          if (how === 'done' && answer) finished(answer.value);
          else world.after(random.int(100, 5000), attempt);
        },
      },
    );
  };
  world.after(random.int(0, 3000), attempt);
}

/** The same message several times, as queues and buses deliver: each delivery until it ends well. */
export function repeatedly(stage: Persistence, most: number, run: (own: Process) => Promise<unknown>): void {
  const times = stage.random.int(1, most);
  for (let time = 0; time < times; time += 1) persist(stage, run);
}

/** How badly a world of our own parts goes at first. */
export const someTrouble = (random: Random) => ({
  crash: random.pick([0, 0.02, 0.08]),
  lostAnswer: random.pick([0, 0.02, 0.08]),
  pause: random.pick([0, 0.05, 0.2]),
  outsidePause: 0,
  longestPauseMs: MINUTE,
  longestFlightMs: MINUTE,
});
