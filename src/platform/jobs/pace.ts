import type { Clock } from '#core/kernel/clock.ts';

export interface PacePorts {
  readonly clock: Clock;
  /** Wait so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Lets through so many a second: each takes its share of it; what comes next waits until those before have had theirs. */
export function paceOf({ clock, pause }: PacePorts, perSecond: number): (messages?: number) => Promise<void> {
  let freeAt = 0;
  return async (messages = 1) => {
    const nowMs = Date.parse(clock.now());
    if (freeAt > nowMs) await pause(freeAt - nowMs);
    freeAt = Math.max(freeAt, nowMs) + (messages * 1000) / perSecond;
  };
}
